import { detailText } from "../../../lib/metrics/source-detail";
import { mayDo } from "../../access/rights";
import type { BoardFeed } from "../../publish/board-feed";
import { jsonReply } from "../reply";
import { readable, type Route } from "../router";

/**
 * Ready: the day is folded and the sources were started. A source that is down makes it no less ready. What it says of
 * itself may name hosts and users: only for those who look after the day.
 */
export const readyzRoute = (feed: BoardFeed): Route =>
  readable("/readyz", ({ principal }) => {
    const ready = feed.ready();
    const told = mayDo(principal, "desk.read");
    const sources = feed.sources().map(({ id, kind, state, detail, lastEventAtMs, lastProofAtMs }) => ({
      id,
      kind,
      state,
      detail: told ? detailText(detail) : null,
      silence: told && typeof detail !== "string" ? detail : null,
      lastEventAtMs,
      lastProofAtMs,
    }));
    return jsonReply(ready ? 200 : 503, { ready, sources });
  });
