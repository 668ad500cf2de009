import * as z from "zod";
import { type AlertCondition, type AlertRule, SEVERITIES, type SimpleCondition } from "../../../lib/alerts/alert-rule";
import { clearWithin, isWithin, RULE_LIMITS, type Within } from "../../../lib/alerts/rule-limits";
import { cleanName, plainId } from "../../../lib/names/names";
import { type QueueId, queueId } from "../../../lib/vocabulary";
import { listed } from "../../http/reading/listed";

/** The message of each is what it must be, in words that follow "must be". */
const LONGEST_NAME = 100;
const MOST_QUEUES = 2_000;
const MOST_CHANNELS = 50;

const figure = (name: string, limits: Within, isWhole: boolean) => {
  const error = `one whose ${name} is a ${isWhole ? "whole number" : "number"} from ${limits.least} to ${limits.most}`;
  return z
    .number({ error })
    .refine((value) => isWithin(value, limits) && (!isWhole || Number.isInteger(value)), { error });
};
const band = (limits: Within, isWhole = true) => ({
  raise: figure("raise", limits, isWhole),
  clear: figure("clear", clearWithin(limits), isWhole),
});
const minutes = (name: string) => figure(name, RULE_LIMITS.windowMinutes, true);

const SIMPLE = [
  z.strictObject({
    kind: z.literal("service-level"),
    longMinutes: minutes("longMinutes"),
    shortMinutes: minutes("shortMinutes"),
    burn: figure("burn", RULE_LIMITS.burn, false),
  }),
  z.strictObject({ kind: z.literal("longest-wait"), ...band(RULE_LIMITS.wait) }),
  z.strictObject({ kind: z.literal("waiting"), ...band(RULE_LIMITS.callers) }),
  z.strictObject({ kind: z.literal("waiting-per-agent"), ...band(RULE_LIMITS.callersPerAgent, false) }),
  z.strictObject({ kind: z.literal("nobody-logged-in") }),
  z.strictObject({
    kind: z.literal("agents-left"),
    minutes: figure("minutes", RULE_LIMITS.leftMinutes, true),
    sharePerMille: figure("sharePerMille", RULE_LIMITS.leftPerMille, true),
  }),
  z.strictObject({ kind: z.literal("abandons-in-a-row"), raise: figure("raise", RULE_LIMITS.abandons, true) }),
  z.strictObject({
    kind: z.literal("missed-rate"),
    minutes: minutes("minutes"),
    ...band(RULE_LIMITS.missedPerMille),
  }),
  z.strictObject({ kind: z.literal("overdue-recoveries"), raise: figure("raise", RULE_LIMITS.recoveries, true) }),
  z.strictObject({ kind: z.literal("over-capacity") }),
  z.strictObject({ kind: z.literal("paused-too-long"), pausedMs: figure("pausedMs", RULE_LIMITS.paused, true) }),
] as const;

const A_CONDITION = "a condition with its kind and figures";
const simple = z.discriminatedUnion("kind", SIMPLE, { error: A_CONDITION });
const SEVERAL = `two to five conditions, none of them twice`;
const condition = z
  .discriminatedUnion(
    "kind",
    [
      ...SIMPLE,
      z.strictObject({ kind: z.literal("no-data") }),
      z.strictObject({
        kind: z.literal("all-of"),
        conditions: z
          .array(simple, { error: SEVERAL })
          .min(RULE_LIMITS.conditions.least, { error: SEVERAL })
          .max(RULE_LIMITS.conditions.most, { error: SEVERAL })
          .refine((all) => new Set(all.map(({ kind }) => kind)).size === all.length, { error: SEVERAL }),
      }),
    ],
    { error: A_CONDITION },
  )
  .superRefine((written: AlertCondition, context) => {
    const all = written.kind === "all-of" ? written.conditions : [written];
    if (all.some((each) => each.kind !== "no-data" && !isOrdered(each))) {
      context.addIssue({ code: "custom", message: "one that is clear no higher than where it is raised" });
    }
  });

function isOrdered(written: SimpleCondition): boolean {
  if (written.kind === "service-level") return written.shortMinutes <= written.longMinutes;
  return !("clear" in written) || written.clear <= written.raise;
}

const NAME = `a name of 1 to ${LONGEST_NAME} characters`;
const name = z
  .string({ error: NAME })
  .max(1_000, { error: NAME })
  .transform(cleanName)
  .refine((clean) => clean !== "" && clean.length <= LONGEST_NAME, { error: NAME });

const QUEUES = "a scope with a list of queues' ids";
export const queueList = z
  .array(z.string({ error: QUEUES }).max(200, { error: QUEUES }), { error: QUEUES })
  .max(MOST_QUEUES, { error: QUEUES })
  .transform((ids): readonly QueueId[] =>
    [...new Set(ids.map((id) => plainId(id).trim()))].filter((id) => id !== "").map(queueId),
  )
  .refine((ids) => ids.length > 0, { error: QUEUES });

const scope = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({ kind: z.literal("each-queue"), queueIds: queueList.nullable() }),
    z.strictObject({ kind: z.literal("group"), name, queueIds: queueList }),
    z.strictObject({ kind: z.literal("site") }),
  ],
  { error: "each queue, a group or the site" },
);

const HOLD = `milliseconds from ${RULE_LIMITS.hold.least} to ${RULE_LIMITS.hold.most}`;
const hold = z
  .number({ error: HOLD })
  .refine((value) => Number.isInteger(value) && isWithin(value, RULE_LIMITS.hold), { error: HOLD });

const CHANNELS = "a list of channels' ids, or null for all";
/** What a rule made in the settings is made of. */
export const RULE_FIELDS = {
  name,
  severity: z.enum(SEVERITIES, { error: listed(SEVERITIES) }),
  scope,
  condition,
  forMs: hold,
  keepFiringMs: hold,
  channelIds: z
    .array(z.string({ error: CHANNELS }).max(64, { error: CHANNELS }), { error: CHANNELS })
    .max(MOST_CHANNELS, { error: CHANNELS })
    .transform((ids): readonly string[] => [...new Set(ids)])
    .nullable(),
  enabled: z.boolean({ error: "true or false" }),
};

const KEPT = z.strictObject({ id: z.string(), ...RULE_FIELDS });

/** A rule as it was kept; null: it has a form that is not known any more, or not yet. */
export function keptRule(rule: unknown): AlertRule | null {
  const parsed = KEPT.safeParse(rule);
  return parsed.success ? parsed.data : null;
}
