import * as z from "zod";
import type { OpenHours } from "../../../lib/config";
import { closestWord } from "../../did-you-mean";
import { decodeHours } from "../hours";
import { alerts, capacity } from "./alerts/alerts";
import { board, language, rotation } from "./boards";
import { callers } from "./callers";
import { frameAncestors, privacy, tls, trustedProxies } from "./edges";
import { missed } from "./missed";
import { oidc } from "./oidc";
import { name, numberOf, numberWhere, percentage, section, simpleId, spelledId, text, wholeNumber } from "./parts";
import { thresholds } from "./thresholds";

const seconds = numberOf("seconds", 0, 86_400);
const timeOfDay = text('a time such as "04:00"', (value) => /^([01]\d|2[0-3]):[0-5]\d$/.test(value));

/** A name that the runtime knows; offsets such as +01:00 have no daylight saving and are refused. */
const timeZone = z.string().superRefine((value, context) => {
  if (/^[A-Za-z]/.test(value) && isTimeZone(value)) return;
  const closest = closestWord(value, Intl.supportedValuesOf("timeZone")) ?? "Europe/Berlin";
  context.addIssue({ code: "custom", message: `an IANA time zone such as ${closest}`, input: value });
});

function isTimeZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: value }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** Days and shifts, or `always`: null. The message of an hours problem is the whole sentence (`params.sentence`). */
const hours = z.unknown().transform((raw, context): OpenHours | null => {
  if (raw === "always") return null;
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
    context.addIssue({ code: "custom", message: '"always", or days with their shifts', input: raw });
    return null;
  }
  const decoded = decodeHours(raw as Readonly<Record<string, unknown>>);
  for (const { path, what } of decoded.problems) {
    context.addIssue({ code: "custom", message: what, path: [...path], params: { sentence: true } });
  }
  return decoded.hours;
});

const target = section({
  goalPercent: percentage(1).optional(),
  thresholdSeconds: numberOf("seconds", 1, 86_400).optional(),
  shortAbandonSeconds: seconds.optional(),
  formula: z
    .enum(["offered", "answered-only", "abandons-after-threshold", "credit-abandons-within-threshold"])
    .optional(),
});

const queue = section({
  id: spelledId,
  name: name.optional(),
  hours: hours.optional(),
  target: target.optional(),
  thresholds: thresholds.optional(),
  wrapUpSeconds: seconds.optional(),
});

const port = wholeNumber("a port", 1, 65_535);

const source = z.discriminatedUnion("kind", [
  section({
    id: simpleId,
    kind: z.literal("asterisk-ami"),
    host: text("a host name or address", (value) => !/\s/.test(value)),
    port: port.optional(),
    username: name,
    secret: name,
    tls: z.boolean().optional(),
    queueLog: text("a path").optional(),
  }),
  section({
    id: simpleId,
    kind: z.literal("simulator"),
    seed: numberWhere("a whole number from 0 to 4294967295", (value) => value >>> 0 === value).optional(),
  }),
  section({
    id: simpleId,
    kind: z.literal("http"),
    silentAfterSeconds: numberOf("seconds", 10, 86_400).optional(),
  }),
]);

/** The configuration file, decoded but not yet completed with defaults. */
export const configSchema = section({
  site: section({ name: name.optional(), timeZone: timeZone.optional(), dayStartsAt: timeOfDay.optional() }).optional(),
  hours: hours.optional(),
  target: target.optional(),
  thresholds: thresholds.optional(),
  language: language.optional(),
  sources: z.array(source).min(1),
  queues: z.array(queue).optional(),
  boards: z.array(board).optional(),
  rotations: z.array(rotation).optional(),
  tls: tls.optional(),
  trustedProxies: trustedProxies.optional(),
  frameAncestors: frameAncestors.optional(),
  privacy: privacy.optional(),
  callers: callers.optional(),
  oidc: oidc.optional(),
  alerts: alerts.optional(),
  capacity: capacity.optional(),
  missed: missed.optional(),
});

export type WrittenConfig = z.output<typeof configSchema>;
export type WrittenTarget = z.output<typeof target>;
