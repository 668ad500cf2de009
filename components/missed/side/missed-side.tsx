import type { JSX } from "react";
import type { QueueId } from "../../../lib/vocabulary";
import { Empty } from "../../alerts/side/empty";
import type { SiteClock } from "../../shared/time/site-clock";
import { TileBoundary } from "../../shared/tile-boundary";
import type { MissedMeta } from "../list/use-missed-list";
import { useMissedWords } from "../use-missed-words";
import { CallbacksPart } from "./callbacks-part";
import { CauseList } from "./cause-list";
import { CostPart } from "./cost-part";

/** More than this nobody reads at once. */
const CAUSES_AT_FIRST = 8;

type Props = {
  readonly meta: MissedMeta;
  readonly names: ReadonlyMap<QueueId, string>;
  readonly clock: SiteClock;
  readonly showQueue: boolean;
};

/** What stands beside the list: why calls were missed, what was promised, and what it may cost. */
export function MissedSide({ meta, names, clock, showQueue }: Props): JSX.Element {
  const { causes: words } = useMissedWords().missed;
  return (
    <div className="mi-side" id="mi-side">
      <TileBoundary>
        <section className="mi-part" aria-labelledby="mi-causes">
          <h2 id="mi-causes">{words.heading}</h2>
          {meta.causes.length === 0 ? (
            <Empty title={words.none} means={words.noneMeans} />
          ) : (
            <>
              <p className="mi-lead">{words.lead}</p>
              <CauseList
                causes={meta.causes}
                names={names}
                clock={clock}
                most={CAUSES_AT_FIRST}
                showQueue={showQueue}
              />
            </>
          )}
        </section>
      </TileBoundary>
      <TileBoundary>
        <CallbacksPart meta={meta} />
      </TileBoundary>
      {meta.cost === null ? null : (
        <TileBoundary>
          <CostPart cost={meta.cost} />
        </TileBoundary>
      )}
    </div>
  );
}
