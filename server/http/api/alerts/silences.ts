import * as z from "zod";
import { SILENCE_AT_MOST_MS, type SilencesPage } from "../../../../lib/alerts/alert-api";
import { cleanName } from "../../../../lib/names/names";
import type { Signed } from "../../../alerts/rules/rule-book";
import { queueList } from "../../../alerts/rules/rule-fields";
import type { Clock } from "../../../clock";
import type { Asked } from "../../asked";
import { doerOf } from "../../asking/doer";
import { problemReply } from "../../problem";
import { checkBody, fieldsReply } from "../../reading/checked-body";
import { fields } from "../../reading/fields";
import { emptyReply, jsonReply, type Reply } from "../../reply";
import type { Route } from "../../router";
import { idOf, resource } from "../access/resource";
import { type AlertParts, signerOf, silenceView, unlessFull } from "./parts";

const LONGEST_REASON = 200;
const REASON = `a text of 1 to ${LONGEST_REASON} characters`;
const RULE = "the id of a rule, or null for all";
const UNTIL = "an instant in milliseconds";
const BODY = fields({
  ruleId: z.string({ error: RULE }).max(64, { error: RULE }).nullable(),
  queueIds: queueList.nullable(),
  untilMs: z.number({ error: UNTIL }).refine(Number.isSafeInteger, { error: UNTIL }),
  reason: z
    .string({ error: REASON })
    .max(1_000, { error: REASON })
    .transform(cleanName)
    .refine((text) => text !== "" && text.length <= LONGEST_REASON, { error: REASON }),
});

type Parts = AlertParts & { readonly clock: Clock };

/** Nobody is told of what fires meanwhile. */
export const silenceRoutes = (parts: Parts): readonly Route[] => [
  resource("/api/v1/alert-silences", {
    GET: () => jsonReply(200, silencesPage(parts)),
    POST: (asked) => begin(asked, parts),
  }),
  resource("/api/v1/alert-silences/{id}", { DELETE: (asked) => end(asked, parts) }),
];

const silencesPage = ({ alerts }: Parts): SilencesPage => ({
  silences: alerts.silences.list().map((silence) => silenceView(silence, alerts)),
  ...alerts.hours(),
});

function begin(asked: Asked, parts: Parts): Reply {
  const { alerts, clock } = parts;
  const body = checkBody(BODY, asked.body);
  if (body.kind === "refused") return body.reply;
  const silence = body.values;
  const rule = silence.ruleId === null ? null : alerts.rules.byId(silence.ruleId);
  if (silence.ruleId !== null && rule === null) return fieldsReply([{ field: "ruleId", what: "is no rule here" }]);
  const forMs = silence.untilMs - clock.nowMs();
  if (forMs <= 0 || forMs > SILENCE_AT_MOST_MS) {
    const days = SILENCE_AT_MOST_MS / 86_400_000;
    return fieldsReply([{ field: "untilMs", what: `must be in the future, at most ${days} days from now` }]);
  }
  const subject = `${rule?.name ?? "all rules"} · ${silence.queueIds?.join(", ") ?? "all queues"}`;
  const by = signed(asked, "alert-silence-begun", subject, silence.reason, parts);
  return unlessFull(() => jsonReply(201, silenceView(alerts.silences.begin(silence, by), alerts)));
}

function end(asked: Asked, parts: Parts): Reply {
  const { alerts } = parts;
  const silence = alerts.silences.list().find(({ id }) => id === idOf(asked));
  if (silence === undefined) return noSuchSilence();
  const by = signed(asked, "alert-silence-ended", silence.reason, null, parts);
  return unlessFull(() => (alerts.silences.end(silence.id, by) === null ? noSuchSilence() : emptyReply()));
}

const noSuchSilence = (): Reply => problemReply(404, "There is no such silence.");

function signed(
  asked: Asked,
  act: "alert-silence-begun" | "alert-silence-ended",
  subject: string,
  detail: string | null,
  { access: { auditTrail } }: AlertParts,
): Signed {
  const doer = doerOf(asked);
  return { by: signerOf(doer), audited: () => auditTrail.write({ act, subject, detail, ...doer }) };
}
