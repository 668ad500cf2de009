import * as z from "zod";
import { clearWithin, RULE_LIMITS, type Within } from "../../../../lib/alerts/rule-limits";
import { numberOf, percentage, section, wholeNumber } from "../parts";

const whole = (what: string, { least, most }: Within) => wholeNumber(what, least, most);
const seconds = ({ least, most }: Within) => numberOf("seconds", least / 1_000, most / 1_000);
const minutes = whole("minutes", RULE_LIMITS.windowMinutes);
const callersPerAgent = ({ least, most }: Within) => numberOf("callers", least, most);
const callers = (limits: Within) => whole("callers", limits);

/** Of two of its figures one may not be higher than the other. */
const ordered = <Written extends Readonly<Record<string, number>>>(
  written: z.ZodType<Written>,
  low: keyof Written & string,
  high: keyof Written & string,
) =>
  written.superRefine((values, context) => {
    if ((values[low] ?? 0) <= (values[high] ?? 0)) return;
    const message = `expected ${low} no higher than ${high}; got ${low} ${values[low]} and ${high} ${values[high]}`;
    context.addIssue({ code: "custom", message, params: { sentence: true } });
  });

const countBand = (written: (limits: Within) => z.ZodType<number>, limits: Within) =>
  ordered(section({ raise: written(limits), clear: written(clearWithin(limits)) }), "clear", "raise");

/** One condition or several, which then hold all at once. */
export const when = section({
  serviceLevel: ordered(
    section({
      longMinutes: minutes,
      shortMinutes: minutes,
      burn: numberOf("a number", RULE_LIMITS.burn.least, RULE_LIMITS.burn.most),
    }),
    "shortMinutes",
    "longMinutes",
  ).optional(),
  longestWait: ordered(
    section({ raiseSeconds: seconds(RULE_LIMITS.wait), clearSeconds: seconds(clearWithin(RULE_LIMITS.wait)) }),
    "clearSeconds",
    "raiseSeconds",
  ).optional(),
  waiting: countBand(callers, RULE_LIMITS.callers).optional(),
  waitingPerAgent: countBand(callersPerAgent, RULE_LIMITS.callersPerAgent).optional(),
  nobodyLoggedIn: z.literal(true).optional(),
  agentsLeft: section({
    minutes: whole("minutes", RULE_LIMITS.leftMinutes),
    percent: percentage(RULE_LIMITS.leftPerMille.least / 10),
  }).optional(),
  abandonsInARow: callers(RULE_LIMITS.abandons).optional(),
  missedRate: ordered(
    section({
      minutes,
      raisePercent: percentage(RULE_LIMITS.missedPerMille.least / 10),
      clearPercent: percentage(0),
    }),
    "clearPercent",
    "raisePercent",
  ).optional(),
  overdueRecoveries: callers(RULE_LIMITS.recoveries).optional(),
  overCapacity: z.literal(true).optional(),
  pausedTooLong: section({ seconds: seconds(RULE_LIMITS.paused) }).optional(),
  noData: z.literal(true).optional(),
}).superRefine((written, context) => {
  const named = Object.values(written).filter((each) => each !== undefined).length;
  const say = (message: string): void => context.addIssue({ code: "custom", message, params: { sentence: true } });
  const { most } = RULE_LIMITS.conditions;
  if (named === 0) say(`expected a condition: ${Object.keys(when.shape).join(", ")}`);
  if (named > 1 && written.noData !== undefined) say("noData stands alone: without data nothing else is known");
  if (named > most) say(`expected at most ${most} conditions, got ${named}`);
});

export type WrittenWhen = z.output<typeof when>;
