import * as z from "zod";
import type { Limit } from "../../../lib/config";
import { numberOf, percentage, section, wholeNumber } from "./parts";

type Good = "high" | "low";

const isMisordered: Readonly<Record<Good, (limit: Limit) => boolean>> = {
  high: ({ watch, act }) => watch < act,
  low: ({ watch, act }) => watch > act,
};
const EXPECTED_ORDER: Readonly<Record<Good, string>> = {
  high: "expected act no higher than watch, for this figure is good when it is high",
  low: "expected act no lower than watch, for this figure is good when it is low",
};

/**
 * `off` (null), or where to watch and where to act.
 * @param perUnit how many of the program's units one of the file's is: 10 per mille a percent, 1000 ms a second
 */
function limit(written: z.ZodType<number>, perUnit: number, good: Good) {
  const pair = section({ watch: written, act: written });
  const inUnits = (value: number): number => Math.round(value * perUnit);
  return z.unknown().transform((raw, context): Limit | null => {
    if (raw === "off") return null;
    if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
      context.addIssue({ code: "custom", message: '"off", or a section with watch and act', input: raw });
      return null;
    }
    const parsed = pair.safeParse(raw);
    if (!parsed.success) {
      for (const issue of parsed.error.issues) context.issues.push({ ...issue, input: raw } as z.core.$ZodRawIssue);
      return null;
    }
    const { watch, act } = parsed.data;
    if (isMisordered[good](parsed.data)) {
      const message = `${EXPECTED_ORDER[good]}; got watch ${watch} and act ${act}`;
      context.addIssue({ code: "custom", message, params: { sentence: true }, input: raw });
    }
    return { watch: inUnits(watch), act: inUnits(act) };
  });
}

const percent = percentage(0);
const seconds = numberOf("seconds", 1, 86_400);
const callers = wholeNumber("a number of callers", 1, 10_000);

/** When a figure asks for people, of the site or of a queue; what is not written follows from the target (TH5). */
export const thresholds = section({
  serviceLevel: limit(percent, 10, "high").optional(),
  answerRate: limit(percent, 10, "high").optional(),
  missedRate: limit(percent, 10, "low").optional(),
  speedOfAnswer: limit(seconds, 1_000, "low").optional(),
  longestWait: limit(seconds, 1_000, "low").optional(),
  waiting: limit(callers, 1, "low").optional(),
  minimumContacts: wholeNumber("a number of contacts", 1, 1_000).optional(),
});

export type WrittenThresholds = z.output<typeof thresholds>;
