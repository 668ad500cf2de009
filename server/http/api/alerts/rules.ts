import type { AlertRuleChange, AlertRulesPage } from "../../../../lib/alerts/alert-api";
import type { AuditAct } from "../../../../lib/access/access-types";
import { assertNever } from "../../../../lib/vocabulary";
import { RULE_FIELDS } from "../../../alerts/rules/rule-fields";
import type { RuleChanged, Signed } from "../../../alerts/rules/rule-book";
import type { Asked } from "../../asked";
import { doerOf } from "../../asking/doer";
import { problemReply } from "../../problem";
import { checkBody, fieldsReply } from "../../reading/checked-body";
import { fields } from "../../reading/fields";
import { emptyReply, jsonReply, type Reply } from "../../reply";
import type { Route } from "../../router";
import { idOf, resource } from "../access/resource";
import { type AlertParts, signerOf, unlessFull } from "./parts";

const NEW_RULE = fields(RULE_FIELDS);
const CHANGE = NEW_RULE.partial();

/** What somebody is told of, and when. */
export const ruleRoutes = (parts: AlertParts): readonly Route[] => [
  resource("/api/v1/alert-rules", {
    GET: () => jsonReply(200, rulesPage(parts)),
    POST: (asked) => create(asked, parts),
  }),
  resource("/api/v1/alert-rules/{id}", {
    PATCH: (asked) => change(asked, parts),
    DELETE: (asked) => remove(asked, parts),
  }),
];

const rulesPage = ({ alerts, queues }: AlertParts): AlertRulesPage => ({
  rules: alerts.rules.list(),
  channels: alerts.channels.list(),
  queues: queues(),
});

function create(asked: Asked, parts: AlertParts): Reply {
  const body = checkBody(NEW_RULE, asked.body);
  if (body.kind === "refused") return body.reply;
  const unknown = unknownChannels(body.values.channelIds, parts);
  if (unknown !== null) return unknown;
  const { name } = body.values;
  return unlessFull(() =>
    replyTo(parts.alerts.rules.create(body.values, signed(asked, "alert-rule-created", name, parts)), 201),
  );
}

function change(asked: Asked, parts: AlertParts): Reply {
  const known = parts.alerts.rules.byId(idOf(asked));
  if (known === null) return noSuchRule();
  const body = checkBody(CHANGE, asked.body);
  if (body.kind === "refused") return body.reply;
  const wanted = Object.fromEntries(
    Object.entries(body.values).filter(([, value]) => value !== undefined),
  ) as AlertRuleChange;
  if (Object.keys(wanted).length === 0) return problemReply(400, "The body names nothing to change.");
  const unknown = unknownChannels(wanted.channelIds ?? null, parts);
  if (unknown !== null) return unknown;
  return unlessFull(() =>
    replyTo(parts.alerts.rules.change(known.id, wanted, signed(asked, "alert-rule-changed", known.name, parts)), 200),
  );
}

function remove(asked: Asked, parts: AlertParts): Reply {
  const known = parts.alerts.rules.byId(idOf(asked));
  if (known === null) return noSuchRule();
  return unlessFull(() => {
    const removed = parts.alerts.rules.remove(known.id, signed(asked, "alert-rule-deleted", known.name, parts));
    return removed.kind === "done" ? emptyReply() : replyTo(removed, 204);
  });
}

function signed(asked: Asked, act: AuditAct, subject: string, { access: { auditTrail } }: AlertParts): Signed {
  const doer = doerOf(asked);
  return { by: signerOf(doer), audited: () => auditTrail.write({ act, subject, detail: null, ...doer }) };
}

function replyTo(answer: RuleChanged, status: number): Reply {
  switch (answer.kind) {
    case "done":
      return jsonReply(status, answer.rule);
    case "refused":
      return problemReply(409, answer.problem);
    case "unknown":
      return noSuchRule();
    default:
      return assertNever(answer);
  }
}

/** A rule that tells a channel that is not there would tell nobody. */
export function unknownChannels(channelIds: readonly string[] | null, { alerts }: AlertParts): Reply | null {
  const known = new Set(alerts.channels.list().map(({ id }) => id));
  const unknown = (channelIds ?? []).filter((id) => !known.has(id));
  if (unknown.length === 0) return null;
  return fieldsReply([{ field: "channelIds", what: `names channels that are not there: ${unknown.join(", ")}` }]);
}

const noSuchRule = (): Reply => problemReply(404, "There is no such rule.");
