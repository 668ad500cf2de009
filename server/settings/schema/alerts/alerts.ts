import * as z from "zod";
import { ACK_MINUTES } from "../../../../lib/alerts/alert-api";
import { SEVERITIES } from "../../../../lib/alerts/alert-rule";
import { RULE_LIMITS } from "../../../../lib/alerts/rule-limits";
import { name, numberOf, section, simpleId, spelledId, wholeNumber } from "../parts";
import { channel, channelAddress } from "./channels";
import { when } from "./conditions";

const hold = numberOf("seconds", RULE_LIMITS.hold.least / 1_000, RULE_LIMITS.hold.most / 1_000);

const rule = section({
  id: simpleId,
  name: name.optional(),
  severity: z.enum(SEVERITIES),
  /** Each of them by itself; left out: every queue. */
  queues: z.array(spelledId).min(1).optional(),
  /** With it, `queues` are looked at together, under this name. */
  group: name.optional(),
  wholeSite: z.literal(true).optional(),
  when,
  forSeconds: hold.optional(),
  keepFiringSeconds: hold.optional(),
  channels: z.array(simpleId).optional(),
  enabled: z.boolean().optional(),
}).superRefine(({ queues, group, wholeSite }, context) => {
  const say = (key: string, message: string): void =>
    context.addIssue({ code: "custom", message, path: [key], params: { sentence: true } });
  if (group !== undefined && queues === undefined) say("group", "a group needs queues");
  if (wholeSite === true && queues !== undefined)
    say("wholeSite", "the whole site has all queues: name none, or only some");
});

/** When people are told of what, and how. */
export const alerts = section({
  acknowledgedForMinutes: wholeNumber("minutes", ACK_MINUTES.least, ACK_MINUTES.most).optional(),
  privateAddresses: z.boolean().optional(),
  deadMansSwitch: channelAddress.optional(),
  channels: z.array(channel).max(50).optional(),
  rules: z.array(rule).max(200).optional(),
});

const contacts = wholeNumber("a number of contacts", 1, 100);

/** So many contacts somebody may have at once. */
export const capacity = section({
  voice: contacts.optional(),
  chat: contacts.optional(),
  sms: contacts.optional(),
  email: contacts.optional(),
});

export type WrittenAlerts = z.output<typeof alerts>;
export type WrittenAlertRule = z.output<typeof rule>;
