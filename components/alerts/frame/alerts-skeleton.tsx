import type { JSX } from "react";

const ROWS = [1, 2, 3, 4];

type Props = {
  readonly says: string;
  /** Whether it is there to be read too. */
  readonly shown?: boolean;
};

/** The page's shape before there is anything to fill it with. */
export const AlertsSkeleton = ({ says, shown = false }: Props): JSX.Element => (
  <div className="al" aria-busy="true">
    <div className="st-top">
      <p className="st-name">Pickup</p>
    </div>
    <main className="al-main">
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
