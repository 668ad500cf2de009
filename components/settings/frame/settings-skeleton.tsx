import type { JSX } from "react";

const ROWS = [1, 2, 3, 4];

/** The shape of a page of the settings before it is known who reads it. */
export const SettingsSkeleton = ({ says }: { readonly says: string }): JSX.Element => (
  <div className="st" aria-busy="true">
    <div className="st-top">
      <p className="st-name">Pickup</p>
    </div>
    <div className="st-columns">
      <div className="st-nav" />
      <main className="st-main">
        <h1 className="sr-only" role="status">
          {says}
        </h1>
        <div aria-hidden="true">
          {ROWS.map((row) => (
            <span key={row} className="st-bone" />
          ))}
        </div>
      </main>
    </div>
  </div>
);
