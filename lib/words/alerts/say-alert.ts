import type { AlertView, Evidence } from "../../alerts/alert-types";
import { assertNever } from "../../vocabulary";
import type { SayWords } from "../en/alerts/say";
import type { Formats } from "../formats";

/** What of an alert is said, whether it still fires or is over. */
export type SaidAlert = Pick<AlertView, "condition" | "subjectName" | "evidence" | "heldUntilMs">;
/** One that fires: it may be clear already. */
export type SaidFiring = SaidAlert & Pick<AlertView, "clearSinceMs">;

export type SaidOfAlert = {
  /** `Support: service level` */
  readonly title: string;
  /** What it rests on: `11 of 38 late in 15 min`. */
  readonly says: string;
};

/** What a text of an alert needs of a language. */
type Said = Pick<Formats, "count" | "duration">;
type ToMoment = (atMs: number) => string;
type NameKey = keyof SayWords["conditions"];

/**
 * AL60: the one wording of an alert, for screens and messages.
 * @param nowMs the instant that durations are told at while it holds; of an alert that is over, when it ended
 */
export function sayAlert(alert: SaidAlert, words: SayWords, formats: Said, nowMs: number): SaidOfAlert {
  return {
    title: words.title(subjectOf(alert, words), conditionOf(alert, words)),
    says: sayEvidence(alert.evidence, words, formats, alert.heldUntilMs ?? nowMs),
  };
}

/**
 * The same of one that fires: where what it rests on is no longer true, since when, and what it was.
 * @param toMoment an instant, as text
 */
export function sayFiring(
  alert: SaidFiring,
  words: SayWords,
  formats: Said,
  nowMs: number,
  toMoment: ToMoment,
): SaidOfAlert {
  const { title, says } = sayAlert(alert, words, formats, nowMs);
  return { title, says: alert.clearSinceMs === null ? says : beforeThat(alert.clearSinceMs, says, words, toMoment) };
}

const beforeThat = (clearSinceMs: number, said: string, words: SayWords, toMoment: ToMoment): string =>
  `${words.clearSince(toMoment(clearSinceMs))}, ${words.before(said)}`;

/** `Support`; the site has no name here and is called what it is. */
export const subjectOf = (alert: Pick<SaidAlert, "subjectName">, words: SayWords): string =>
  alert.subjectName === "" ? words.wholeSite : alert.subjectName;

/** `service level`; of several conditions at once, each. */
export function conditionOf(alert: Pick<SaidAlert, "condition" | "evidence">, words: SayWords): string {
  const keys = alert.condition === "all-of" ? namesIn(alert.evidence) : [alert.condition];
  const [last = "", ...before] = keys.map((key) => words.conditions[key]).reverse();
  return before.length === 0 ? last : words.and(before.reverse().join(", "), last);
}

/**
 * The same in wordings that need no title beside them, the longest first: `nobody logged in, 3 waiting`,
 * `nobody logged in`.
 */
export function wordingsOf(
  alert: SaidFiring,
  words: SayWords,
  formats: Said,
  nowMs: number,
  toMoment: ToMoment,
): readonly string[] {
  const says = sayEvidence(alert.evidence, words, formats, alert.heldUntilMs ?? nowMs);
  const condition = conditionOf(alert, words);
  const tellsAll = alert.condition !== "nobody-logged-in" || alert.evidence.kind === "widespread";
  const fullest = tellsAll ? says : `${condition}, ${says}`;
  if (alert.clearSinceMs !== null) {
    const clear = words.clearSince(toMoment(alert.clearSinceMs));
    return [beforeThat(alert.clearSinceMs, fullest, words, toMoment), `${condition}, ${clear}`, clear];
  }
  const wordings = [fullest, condition];
  const [first] = namesIn(alert.evidence);
  return alert.condition === "all-of" && first !== undefined ? [...wordings, words.conditions[first]] : wordings;
}

/** What a condition rests on, as text. */
export function sayEvidence(evidence: Evidence, words: SayWords, formats: Said, nowMs: number): string {
  const { count, duration } = formats;
  switch (evidence.kind) {
    case "service-level":
      return words.late(count(evidence.late), count(evidence.decided), count(evidence.minutes));
    case "longest-wait":
      return evidence.oldestOfferedAtMs === null
        ? words.nobodyWaits
        : words.longestWait(duration(nowMs - evidence.oldestOfferedAtMs));
    case "waiting":
    case "nobody-logged-in":
      return evidence.waiting === 0 ? words.nobodyWaits : words.waiting(evidence.waiting, count(evidence.waiting));
    case "waiting-per-agent": {
      const { waiting, agents } = evidence;
      if (waiting === 0) return words.nobodyWaits;
      if (agents === 0) return words.waitingForNobody(waiting, count(waiting));
      return words.waitingFor(waiting, count(waiting), agents, count(agents));
    }
    case "agents-left":
      return words.agentsLeft(evidence.left, count(evidence.left), count(evidence.of), count(evidence.minutes));
    case "abandons-in-a-row":
      return words.abandons(evidence.count, count(evidence.count));
    case "missed-rate":
      return words.missed(count(evidence.missed), count(evidence.total), count(evidence.minutes));
    case "overdue-recoveries":
      return words.overdue(evidence.count, count(evidence.count));
    case "over-capacity":
      return words.overCapacity(evidence.agents, count(evidence.agents), count(evidence.most));
    case "paused-too-long":
      return words.paused(evidence.agents, count(evidence.agents), duration(nowMs - evidence.longestSinceAtMs));
    case "no-data":
      return evidence.sinceAtMs === null ? words.nothingYet : words.nothingFor(duration(nowMs - evidence.sinceAtMs));
    case "all-of":
      return evidence.of.map((each) => sayEvidence(each, words, formats, nowMs)).join(", ");
    case "widespread":
      return words.widespread(
        count(evidence.queues),
        count(evidence.outOf),
        sayEvidence(evidence.of, words, formats, nowMs),
      );
    default:
      return assertNever(evidence);
  }
}

/** The conditions that an evidence speaks of. */
function namesIn(evidence: Evidence): readonly NameKey[] {
  switch (evidence.kind) {
    case "all-of":
      return evidence.of.flatMap(namesIn);
    case "widespread":
      return namesIn(evidence.of);
    default:
      return [evidence.kind];
  }
}
