import type { JSX } from "react";

const ROWS = [1, 2, 3, 4, 5];

type Props = {
  readonly says: string;
  /** Whether it is there to be read too. */
  readonly shown?: boolean;
};

/** The page's shape before there is anything to fill it with. */
export const MissedSkeleton = ({ says, shown = false }: Props): JSX.Element => (
  <div className="mi" aria-busy="true">
    <div className="st-top">
      <p className="st-name">Pickup</p>
    </div>
    <main className="mi-main">
      <h1 className={shown ? "al-waiting" : "sr-only"} role="status">
        {says}
      </h1>
      <div aria-hidden="true">
        {ROWS.map((row) => (
          <span key={row} className="st-bone" />
        ))}
      </div>
    </main>
  </div>
);
