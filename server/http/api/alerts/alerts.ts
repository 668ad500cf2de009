import type { AlertsPage } from "../../../../lib/alerts/alert-api";
import { alertsOf, isInSight } from "../../../../lib/alerts/alerts-of";
import { mayDo } from "../../../access/rights";
import { sightOfAlerts } from "../../../access/sight";
import { jsonReply, type Reply } from "../../reply";
import { type Parameter, readQuery, wholeNumber } from "../../reading/query";
import type { Asked } from "../../asked";
import { readable, type Route } from "../../router";
import { type AlertParts, silenceView } from "./parts";
import { isCursor } from "../../../alerts/history/past-page";

const nextOfAPage: Parameter<string | null> = {
  expected: "the `next` of a page",
  read: (text) => (isCursor(text) ? { value: text } : null),
  leftOut: { value: null },
};
const QUERY = { limit: wholeNumber<number>(1, 200, 50), after: nextOfAPage };

/** What fires and what is over, as somebody may see it. */
export const alertsRoute = ({ alerts }: AlertParts): Route =>
  readable("/api/v1/alerts", (asked) => answer(asked, alerts));

async function answer({ principal, url }: Asked, alerts: AlertParts["alerts"]): Promise<Reply> {
  const query = readQuery(url, QUERY);
  if (query.kind === "refused") return query.reply;
  const sight = sightOfAlerts(principal);
  const silences = alerts.silences
    .list()
    .filter(
      ({ queueIds }) => queueIds === null || queueIds.some((queueId) => isInSight({ kind: "queue", queueId }, sight)),
    );
  const channels = await alerts.channels.states();
  const manages = mayDo(principal, "alerts.manage");
  const page: AlertsPage = {
    firing: alertsOf(sight, alerts.firing()),
    ...alerts.past(sight, query.values.after, query.values.limit),
    rate: alerts.rate(sight),
    // Where messages go, and what is said there, concerns those only who can do something about it.
    channels: manages ? channels : channels.map((channel) => ({ ...channel, host: null, problem: null })),
    silences: silences.map((silence) => ({
      ...silenceView(silence, alerts),
      queueIds: seenOf(silence.queueIds, sight.queueIds),
    })),
  };
  return jsonReply(200, page);
}

/** Of a silence's queues those that somebody sees. */
const seenOf = <Id>(queueIds: readonly Id[] | null, own: readonly Id[] | null): readonly Id[] | null =>
  queueIds === null || own === null ? queueIds : queueIds.filter((id) => own.includes(id));
