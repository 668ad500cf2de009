import type { JSX } from "react";
import type { FeedState } from "../../lib/metrics/snapshot-types";
import { FeedBadge } from "../shared/feed-badge";
import { useWayInWords } from "../shared/speech/use-way-in-words";

const FEEDS: readonly (readonly [FeedState, string | null])[] = [
  ["live", null],
  ["syncing", null],
  ["connecting", null],
  ["stale", "Nothing heard for 30 seconds"],
  ["down", "The server refused the password"],
];

/** A feed in each state it can be in, with why it is not live where that is known. */
export function FeedsPart(): JSX.Element {
  const { wayIn } = useWayInWords();
  return (
    <ul className="guide-states">
      {FEEDS.map(([state, why]) => (
        <li key={state} className="guide-feed">
          <FeedBadge state={state} says={wayIn.sourceStates[state]} why={why} />
        </li>
      ))}
    </ul>
  );
}
