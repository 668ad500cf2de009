import type { JSX } from "react";

const ROWS = [1, 2, 3, 4, 5];

/** The page's shape before there is anything to fill it with. */
export function SuperviseSkeleton({ says }: { readonly says: string }): JSX.Element {
  return (
    <div className="sv" aria-busy="true">
      <div className="sv-top" />
      <div className="sv-columns">
        <div className="sv-queues">
          <div className="sv-bones">
            {ROWS.map((row) => (
              <span key={row} className="sv-bone" />
            ))}
          </div>
        </div>
        <main className="sv-main">
          <h1 className="sr-only" role="status">
            {says}
          </h1>
          <DeskBones />
        </main>
        <div className="sv-side">
          <div className="sv-bones">
            {ROWS.map((row) => (
              <span key={row} className="sv-bone" />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

/** The same of a desk that has not answered yet. */
export const DeskBones = (): JSX.Element => (
  <div className="sv-bones" aria-hidden="true">
    <span className="sv-bone sv-bone-chart" />
    {ROWS.map((row) => (
      <span key={row} className="sv-bone" />
    ))}
  </div>
);
