import type { JSX } from "react";

export type SkeletonSays = {
  readonly says: string;
  /** Whether it is there to be read too. */
  readonly shown?: boolean;
};
type Props = SkeletonSays & {
  /** What its classes begin with. */
  readonly area: "al" | "mi";
  readonly rows: number;
};

/** A page's shape before there is anything to fill it with. */
export const PageSkeleton = ({ area, rows, says, shown = false }: Props): JSX.Element => (
  <div className={area} aria-busy="true">
    <div className="st-top">
      <p className="st-name">Pickup</p>
    </div>
    <main className={`${area}-main`}>
      <h1 className={shown ? "al-waiting" : "sr-only"} role="status">
        {says}
      </h1>
      <div aria-hidden="true">
        {Array.from({ length: rows }, (_, row) => (
          <span key={row} className="st-bone" />
        ))}
      </div>
    </main>
  </div>
);
