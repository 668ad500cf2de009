import * as z from "zod";
import { dayKey } from "../../../../lib/vocabulary";
import { RULE_FIELDS } from "../../../alerts/rules/rule-fields";
import { problemReply } from "../../problem";
import { checkBody } from "../../reading/checked-body";
import { fields } from "../../reading/fields";
import { jsonReply } from "../../reply";
import type { Route } from "../../router";
import { resource } from "../access/resource";
import type { AlertParts } from "./parts";

const A_DAY = "a day such as 2026-11-22";
const NEW_RULE = fields(RULE_FIELDS);
const BODY = fields({
  rule: z.unknown(),
  day: z
    .string({ error: A_DAY })
    .regex(/^\d{4}-\d{2}-\d{2}$/, { error: A_DAY })
    .refine((text) => !Number.isNaN(Date.parse(text)), { error: A_DAY })
    .transform(dayKey)
    .exactOptional(),
});

/** What a rule would have done on one day, by the event log. */
export const previewRoute = ({ alerts }: AlertParts): Route =>
  resource("/api/v1/alert-rules/preview", {
    POST: async ({ body }) => {
      const checked = checkBody(BODY, body);
      if (checked.kind === "refused") return checked.reply;
      const rule = checkBody(NEW_RULE, checked.values.rule);
      if (rule.kind === "refused") return rule.reply;
      const preview = await alerts.preview(rule.values, checked.values.day ?? null);
      if (preview !== null) return jsonReply(200, preview);
      const busy = "Another preview is being made; try again in a moment.";
      return problemReply(429, busy, { "retry-after": "2" });
    },
  });
