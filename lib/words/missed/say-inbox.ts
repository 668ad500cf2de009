import type { Mask } from "../../desk/mask";
import type { InboxTelling, ToldCaller } from "../../recovery/inbox/inbox-types";
import type { Formats } from "../formats";
import type { SayMissedWords } from "./inbox-words";
import { callerText, whyText } from "./say-row";

export type SayInboxParts = {
  readonly words: SayMissedWords;
  readonly formats: Pick<Formats, "count" | "duration" | "moment">;
  /** Of the site. */
  readonly timeZone: string;
  /** Callers as readers of messages are told of them: never a whole number. */
  readonly mask: Mask;
  /** When it was decided, which is what it is true of. */
  readonly atMs: number;
  /** When it is read: instants of another day say which. */
  readonly nowMs: number;
};

export type SaidInbox = {
  /** `Missed: •••4711, Support` */
  readonly title: string;
  /** `3 tries, last 14:05, waited 2:10, gave up, due 16:05, as of 14:07` */
  readonly says: string;
  /** Of several callers, each; empty of one. */
  readonly lines: readonly string[];
};

/** RE65: the one wording of what people are told of missed callers. */
export function sayInbox(telling: InboxTelling, parts: SayInboxParts): SaidInbox {
  const { words, formats } = parts;
  const { kind, callers, total, withheld } = telling;
  const { inbox } = words;
  const [first] = callers;
  const asOf = inbox.asOf(momentOf(parts.atMs, parts));
  if (total === 1 && first !== undefined && first.caller !== null) {
    const title = inbox.titles[kind](`${callerText(parts.mask(first.caller), words)}, ${first.queueName}`);
    return { title, says: `${knownOf(first, parts)}, ${asOf}`, lines: [] };
  }
  const { count } = formats;
  const some = withheld === 0 || withheld === total ? [] : [inbox.ofThem(withheld, count(withheld))];
  const all = withheld === total ? inbox.withheld(total, count(total)) : inbox.callers(total, count(total));
  const queue = telling.queueId === null || first === undefined ? [] : [first.queueName];
  const hidden = total - callers.length;
  return {
    title: inbox.titles[kind]([all, ...some, ...queue].join(", ")),
    says: asOf,
    lines: [
      ...callers.map((caller) => lineOf(caller, parts)),
      ...(hidden > 0 ? [inbox.more(hidden, count(hidden))] : []),
    ],
  };
}

const lineOf = (caller: ToldCaller, parts: SayInboxParts): string =>
  `${callerText(parts.mask(caller.caller), parts.words)}, ${caller.queueName}: ${knownOf(caller, parts)}`;

function knownOf(caller: ToldCaller, parts: SayInboxParts): string {
  const { row } = parts.words;
  const { tries, lastMissedAtMs, longestWaitMs, callback, dueAtMs } = caller;
  const { count, duration } = parts.formats;
  return [
    row.tries(tries, count(tries), momentOf(lastMissedAtMs, parts)),
    ...(longestWaitMs === null ? [] : [row.waited(duration(longestWaitMs))]),
    whyText(caller, parts.words),
    ...(callback ? [row.asked] : []),
    ...(dueAtMs === null ? [] : [row.due(momentOf(dueAtMs, parts))]),
  ].join(", ");
}

const momentOf = (atMs: number, { formats, nowMs, timeZone }: SayInboxParts): string =>
  formats.moment(atMs, nowMs, timeZone);
