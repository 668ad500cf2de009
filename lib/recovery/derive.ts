import type { Person, RecoveryAct } from "../events";
import { assertNever, type AgentId, type CallerAlias, type QueueId } from "../vocabulary";
import type { Attempt, Claim, Recovery, RecoveryEnd, Tried } from "./recovery-types";

/** All that is known of one caller's misses, in no order. */
export type CallerFacts = {
  /** null: withheld (RE5). */
  readonly caller: CallerAlias | null;
  /** Whether others call from the same number: then nothing that happens there later says anything of him. */
  readonly shared: boolean;
  readonly attempts: Iterable<Attempt>;
  /** When a person answered another contact of his. */
  readonly answers: Iterable<Answer>;
  /** When an outbound call to him was answered. */
  readonly reached: Iterable<Reached>;
  readonly acts: Iterable<DatedAct>;
};

export type Answer = { readonly atMs: number; readonly callback: boolean; readonly agentId: AgentId | null };
export type Reached = { readonly atMs: number; readonly agentId: AgentId | null };
/** `seq`: of two acts at one instant the earlier in the log comes first. */
export type DatedAct = { readonly atMs: number; readonly seq: number; readonly act: RecoveryAct };

export type RecoveryRules = {
  /** RE4: a claim without an attempt lapses after this. */
  readonly claimMs: number;
  /** RE2: the instant at which the limit of a miss is over; null: never. */
  readonly dueOf: (queueId: QueueId, missedAtMs: number) => number | null;
};

/** What nobody touched for so long nobody will: the number is no longer kept either. */
export const LAPSES_AFTER_MS = 30 * 86_400_000;

type Fact = { readonly atMs: number; readonly order: number } & (
  | { readonly kind: "missed"; readonly attempt: Attempt }
  | { readonly kind: "ended"; readonly end: RecoveryEnd }
  | { readonly kind: "act"; readonly act: RecoveryAct; readonly seq: number }
);

type Open = { attempts: Attempt[]; tried: Tried[]; claim: Claim | null; touchedAtMs: number };

/**
 * The recoveries of one caller, the oldest first: each miss is in exactly one, each ends at most once (RE1, RE3). The
 * same facts in any order give the same.
 * @param nowMs up to when nothing was done
 */
export function recoveriesOf(facts: CallerFacts, rules: RecoveryRules, nowMs: number): readonly Recovery[] {
  const found: Recovery[] = [];
  let open: Open | null = null;
  const close = (end: RecoveryEnd | null): void => {
    if (open !== null) found.push(recoveryOf(facts, open, end, rules));
    open = null;
  };
  const lapseBefore = (atMs: number): void => {
    if (open !== null && open.touchedAtMs + LAPSES_AFTER_MS <= atMs)
      close({ kind: "lapsed", atMs: open.touchedAtMs + LAPSES_AFTER_MS });
  };

  for (const fact of inOrder(facts)) {
    lapseBefore(fact.atMs);
    switch (fact.kind) {
      case "missed":
        open ??= { attempts: [], tried: [], claim: null, touchedAtMs: fact.atMs };
        open.attempts.push(fact.attempt);
        open.touchedAtMs = fact.atMs;
        break;
      case "ended":
        close(fact.end);
        break;
      case "act": {
        const end = open === null ? null : doneBy(open, fact.act, fact.atMs, rules);
        if (end !== null) close(end);
        break;
      }
      default:
        assertNever(fact);
    }
  }
  lapseBefore(nowMs);
  close(null);
  return found;
}

/** Misses before what ended them, what people did last. */
function inOrder(facts: CallerFacts): readonly Fact[] {
  const all: Fact[] = [];
  const missedAtMs = new Map<string, number>();
  for (const attempt of facts.attempts) {
    all.push({ kind: "missed", atMs: attempt.missed.atMs, order: 0, attempt });
    missedAtMs.set(contactKeyOf(attempt.sourceId, attempt.contactId), attempt.missed.atMs);
  }
  if (!facts.shared && facts.caller !== null) {
    for (const { atMs, agentId, callback } of facts.answers)
      all.push({ kind: "ended", atMs, order: 1, end: callback ? { kind: "reached", atMs, agentId } : cameBack(atMs) });
    for (const { atMs, agentId } of facts.reached)
      all.push({ kind: "ended", atMs, order: 1, end: { kind: "reached", atMs, agentId } });
  }
  for (const { atMs, seq, act } of facts.acts) {
    // The source's clock may be ahead of ours: nobody acts on what has not happened.
    const ofMissMs = missedAtMs.get(contactKeyOf(act.missedSourceId, act.missedContactId)) ?? atMs;
    all.push({ kind: "act", atMs: Math.max(atMs, ofMissMs), order: 2, act, seq });
  }
  return all.sort((a, b) => a.atMs - b.atMs || a.order - b.order || compareTies(a, b));
}

const cameBack = (atMs: number): RecoveryEnd => ({ kind: "came-back", atMs });

function compareTies(a: Fact, b: Fact): number {
  if (a.kind === "act" && b.kind === "act") return a.seq - b.seq;
  if (a.kind === "missed" && b.kind === "missed") return a.attempt.key < b.attempt.key ? -1 : 1;
  if (a.kind === "ended" && b.kind === "ended") return textOf(a.end) < textOf(b.end) ? -1 : 1;
  return 0;
}
const textOf = (end: RecoveryEnd): string => `${end.kind} ${end.kind === "reached" ? (end.agentId ?? "") : ""}`;

/** What an act changes; whoever does not hold what somebody else holds changes nothing. @returns how it ended, if it did */
function doneBy(open: Open, act: RecoveryAct, atMs: number, { claimMs }: RecoveryRules): RecoveryEnd | null {
  const key = contactKeyOf(act.missedSourceId, act.missedContactId);
  if (!open.attempts.some(({ sourceId, contactId }) => contactKeyOf(sourceId, contactId) === key)) return null;
  const holder = holderAt(open, atMs);
  if (holder !== null && !isSamePerson(holder.by, act.by)) return null;
  const { by } = act;
  switch (act.type) {
    case "recovery.claimed":
      open.claim = { by, atMs, untilMs: atMs + claimMs };
      break;
    case "recovery.released":
      open.claim = null;
      break;
    case "recovery.tried":
      open.tried.push({ atMs, by, result: act.result });
      open.claim = { by, atMs, untilMs: atMs + claimMs };
      break;
    case "recovery.closed":
      return { kind: "closed", atMs, result: act.result, by };
    default:
      assertNever(act);
  }
  open.touchedAtMs = Math.max(open.touchedAtMs, atMs);
  return null;
}

/** RE4: who holds it at an instant; null: nobody, or his claim has lapsed. */
export function holderAt({ claim }: Pick<Recovery, "claim">, atMs: number): Claim | null {
  return claim !== null && atMs < claim.untilMs ? claim : null;
}

export const isSamePerson = (a: Person, b: Person): boolean =>
  a.accountId === b.accountId && (a.accountId !== null || a.name === b.name);

export const contactKeyOf = (sourceId: string, contactId: string): string => `${sourceId} ${contactId}`;

function recoveryOf(
  { caller }: CallerFacts,
  { attempts, tried, claim }: Open,
  end: RecoveryEnd | null,
  { dueOf }: RecoveryRules,
): Recovery {
  const [first] = attempts as [Attempt];
  const firstMissedAtMs = first.missed.atMs;
  return {
    key: first.key,
    caller,
    contactable: caller !== null,
    queueId: first.queueId,
    attempts,
    firstMissedAtMs,
    dueAtMs: caller === null ? null : dueOf(first.queueId, firstMissedAtMs),
    tried,
    claim,
    end,
  };
}
