import type { JSX } from "react";
import { FeedBadge } from "../shared/feed-badge";
import { serverNowMs } from "../shared/time/server-clock";
import { useNow } from "../shared/time/use-now";
import { useWayInWords } from "../shared/speech/use-way-in-words";
import { CHECK } from "./commands";
import { CopyText } from "./copy-text";
import { type ListedSource, whyNotLive } from "./read-site";

/** The sources, why one is not live, and how to find out more. */
export function SourceList({ sources }: { readonly sources: readonly ListedSource[] }): JSX.Element {
  const { wayIn } = useWayInWords();
  const ailing = sources.some(({ state }) => state === "stale" || state === "down" || state === "connecting");
  return (
    <section className="way-in-sources" aria-labelledby="sources">
      <h2 id="sources">{wayIn.sources}</h2>
      {sources.length === 0 ? <p className="way-in-quiet">{wayIn.noSources}</p> : null}
      <ul className="way-in-list">
        {sources.map((source) => (
          <SourceItem key={source.id} source={source} />
        ))}
      </ul>
      {ailing ? (
        <div className="way-in-advice">
          <p>{wayIn.tryIt}</p>
          <CopyText text={CHECK} />
        </div>
      ) : null}
    </section>
  );
}

function SourceItem({ source }: { readonly source: ListedSource }): JSX.Element {
  const words = useWayInWords();
  const { wayIn } = words;
  const { id, kind, state } = source;
  const kinds: Readonly<Record<string, string>> = wayIn.kinds;
  return (
    <li data-source={id}>
      <p className="way-in-source">
        <bdi className="way-in-name">{id}</bdi>
        <span className="way-in-note">{kinds[kind] ?? kind}</span>
      </p>
      <p className="way-in-feed">
        <FeedBadge state={state} says={wayIn.sourceStates[state]} why={whyNotLive(source, words)} />
        {state === "live" ? null : <LastHeard atMs={source.lastProofAtMs ?? null} />}
      </p>
    </li>
  );
}

function LastHeard({ atMs }: { readonly atMs: number | null }): JSX.Element {
  const { wayIn, formats } = useWayInWords();
  const now = useNow();
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const moment = formats.moment(atMs, now === null ? (atMs ?? 0) : serverNowMs(), timeZone);
  return <span>{atMs === null ? wayIn.neverHeard : wayIn.lastHeard(moment)}</span>;
}
