import * as z from "zod";
import { numberOf, numberWhere, section, simpleId, text, wholeNumber } from "./parts";

const CURRENCIES = new Set(Intl.supportedValuesOf("currency"));
const currency = text("a currency by its three letters, such as EUR", (value) => CURRENCIES.has(value));
const money = numberOf("an amount", 0, 1_000_000_000);

const isShare = (value: number): boolean => value >= 0 && value <= 100;
const SHARE = "a percentage from 0 to 100, or two of them: from the careful guess to the bold one";
const share = numberWhere(SHARE, isShare);
/** One guess, or from the careful one to the bold one. */
const shareRange = z.union(
  [share, z.tuple([share, share]).refine(([low, high]) => low <= high, { error: "the lower percentage first" })],
  { error: SHARE },
);

/** What opens a telephone or a page; nothing that a browser would run. */
const OPENS = /^(?:tel:|sips?:|https?:\/\/[^\s/{}]+)/i;
const link = (placeholder: string, opens: RegExp, expected: string) =>
  text(expected, (value) => opens.test(value) && !/\s/.test(value) && namesOnly(value, placeholder));
const namesOnly = (value: string, placeholder: string): boolean =>
  value.includes(`{${placeholder}}`) && !/[{}]/.test(value.replaceAll(`{${placeholder}}`, ""));

const callLink = link(
  "number",
  OPENS,
  'an address with {number} that begins with tel:, sip:, sips:, https:// or http:// and a host, such as "tel:{number}"',
);
const recordingLink = link(
  "contactId",
  /^https?:\/\/[^\s/{}]+/i,
  'an address with {contactId} that begins with https:// or http:// and a host, such as "https://pbx.example/recordings/{contactId}"',
);

/** Missed callers: by when they are called back, how, what they are worth, and who is told of them. */
export const missed = section({
  returnWithinMinutes: wholeNumber("minutes", 5, 10_080).optional(),
  claimMinutes: wholeNumber("minutes", 1, 480).optional(),
  exitByKey: z.enum(["callback", "missed"]).optional(),
  callLink: callLink.optional(),
  recordingLink: recordingLink.optional(),
  cost: section({
    currency,
    orderValue: money,
    conversionPercent: shareRange,
    lifetimeValue: money.optional(),
    churnPercent: shareRange.optional(),
  }).optional(),
  inbox: section({
    channels: z.array(simpleId).min(1),
    /** Where the page of missed calls is, as whoever reads the message reaches it. */
    address: text("the address of this server as people reach it, such as https://wall.example", (value) =>
      /^https?:\/\/[^\s/?#]+\/?$/.test(value),
    ).optional(),
    remindBeforeMinutes: wholeNumber("minutes", 5, 1_440).optional(),
  }).optional(),
});

export type WrittenMissed = z.output<typeof missed>;
