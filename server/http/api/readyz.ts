import type { BoardFeed } from "../../publish/board-feed";
import { jsonReply } from "../reply";
import { readable, type Route } from "../router";

/** Ready: the day is folded and the sources were started. A source that is down makes it no less ready. */
export const readyzRoute = (feed: BoardFeed): Route =>
  readable("/readyz", () => {
    const ready = feed.ready();
    const sources = feed.sources().map(({ id, kind, state, detail, lastEventAtMs, lastProofAtMs }) => ({
      id,
      kind,
      state,
      detail,
      lastEventAtMs,
      lastProofAtMs,
    }));
    return jsonReply(ready ? 200 : 503, { ready, sources });
  });
