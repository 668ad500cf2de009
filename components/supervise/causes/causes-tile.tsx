import type { JSX } from "react";
import type { MissedPage } from "../../../lib/recovery/missed-api";
import type { QueueId } from "../../../lib/vocabulary";
import { missedAddressOf } from "../../missed/choice/use-missed-choice";
import { CauseList } from "../../missed/side/cause-list";
import { MISSED_SPEECH, useMissedWords } from "../../missed/use-missed-words";
import { useListed } from "../../settings/parts/use-listed";
import { useLoaded } from "../../shared/speech/speech";
import type { SiteClock } from "../../shared/time/site-clock";
import { useWords } from "../../shared/use-words";

const EVERY_MS = 60_000;
/** The last hour of a queue; more stands on the page of missed calls. */
const SHOWN = 4;

type Props = {
  /** null: all queues. */
  readonly queueId: QueueId | null;
  readonly names: ReadonlyMap<QueueId, string>;
  readonly clock: SiteClock;
};

/** RE53: why calls were missed, beside the queue they were missed in; nothing where none was. */
export function CausesTile(props: Props): JSX.Element | null {
  const words = useLoaded(MISSED_SPEECH, useWords().language);
  if (words === null) return null;
  return (
    <MISSED_SPEECH.Context.Provider value={words}>
      <Causes key={props.queueId ?? ""} {...props} />
    </MISSED_SPEECH.Context.Provider>
  );
}

function Causes({ queueId, names, clock }: Props): JSX.Element | null {
  const { causes: words } = useMissedWords().missed;
  const queue = queueId === null ? "" : `&queue=${encodeURIComponent(queueId)}`;
  const { value } = useListed<MissedPage>(`/api/v1/missed?list=open&limit=1${queue}`, EVERY_MS);
  // A board shows its own queues only, and here only what somebody can do something about.
  const known = (value?.causes ?? []).filter((each) => names.has(each.queueId) && each.cause !== "unclear");
  const causes = known.slice(0, SHOWN);
  if (causes.length === 0) return null;
  return (
    <section className="sv-causes" aria-labelledby="sv-causes">
      <div className="st-head">
        <h2 id="sv-causes">{words.heading}</h2>
        <a className="sv-link" href={missedAddressOf({ list: "open", queueId, why: null })}>
          {words.link}
        </a>
      </div>
      <CauseList causes={causes} names={names} clock={clock} most={SHOWN} showQueue={queueId === null} />
    </section>
  );
}
