import type { JSX } from "react";
import type { FeedState } from "../../lib/metrics/snapshot-types";
import { StateShape } from "./state-mark";

type Props = {
  readonly state: FeedState;
  /** How it stands, in words: `live`, `No data from pbx since 11:42:07`. */
  readonly says: string;
  /** Why it stands so; null: nothing is known of that, or it needs no reason. */
  readonly why?: string | null;
};

/** How live a feed is, by shape and in words, and why it is not. */
export const FeedBadge = ({ state, says, why = null }: Props): JSX.Element => (
  <span className="feed" data-feed={state}>
    <StateShape state={state === "live" ? "ok" : "no-data"} />
    <span className="feed-says">{says}</span>
    {why === null ? null : <span className="feed-why">{why}</span>}
  </span>
);
