import type { Person } from "../../events";
import { assertNever, type QueueId } from "../../vocabulary";
import type { Attempt, Claim, Recovery, RecoveryEnd, Tried } from "../recovery-types";
import { type ActFact, type CallerFacts, inOrder } from "./facts";

export type RecoveryRules = {
  /** RE4: a claim without an attempt lapses after this. */
  readonly claimMs: number;
  /** RE2: the instant at which the limit of a miss is over; null: never. */
  readonly dueOf: (queueId: QueueId, missedAtMs: number) => number | null;
};

/** What nobody touched for so long nobody will. */
export const LAPSES_AFTER_MS = 30 * 86_400_000;

type Open = { attempts: Attempt[]; tried: Tried[]; claim: Claim | null; touchedAtMs: number };
/** What a person closed last, and what ended it otherwise since. */
type Closed = { readonly open: Open; since: RecoveryEnd | null };

/**
 * The recoveries of one caller, the oldest first: each miss is in exactly one, each ends at most once (RE1, RE3). The
 * same facts in any order give the same.
 * @param nowMs up to when nothing was done
 */
export function recoveriesOf(facts: CallerFacts, rules: RecoveryRules, nowMs: number): readonly Recovery[] {
  const found: Recovery[] = [];
  let open: Open | null = null;
  let closed = null as Closed | null;
  const close = (end: RecoveryEnd | null): void => {
    if (open !== null) found.push(recoveryOf(facts, open, end, rules));
    closed = open !== null && end?.kind === "closed" ? { open, since: null } : null;
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
        closed = null;
        open.attempts.push(fact.attempt);
        open.touchedAtMs = fact.atMs;
        break;
      case "ended":
        if (open !== null) close(fact.end);
        else if (closed !== null) closed.since ??= fact.end;
        break;
      case "act":
        if (open !== null) {
          const end = doneBy(open, fact, rules);
          if (end !== null) close(end);
        } else if (closed !== null && takesBack(fact, closed)) {
          const { open: before, since } = closed;
          found.pop();
          open = { ...before, claim: claimBy(fact, rules), touchedAtMs: fact.atMs };
          if (since !== null) close(since);
        }
        break;
      default:
        assertNever(fact);
    }
  }
  lapseBefore(nowMs);
  close(null);
  return found;
}

/** RE3: nothing was missed since, and it is this one that is taken back. */
const takesBack = (fact: ActFact, { open }: Closed): boolean =>
  fact.dated.act.type === "recovery.reopened" && isAbout(fact, open);

const isAbout = ({ named }: ActFact, { attempts }: Open): boolean =>
  named === null || attempts.some(({ key }) => key === named);

const claimBy = ({ dated: { act, atMs } }: ActFact, { claimMs }: RecoveryRules): Claim => ({
  by: act.by,
  atMs,
  untilMs: atMs + claimMs,
});

/** What an act changes; whoever does not hold what somebody else holds changes nothing. @returns how it ended, if it did */
function doneBy(open: Open, fact: ActFact, rules: RecoveryRules): RecoveryEnd | null {
  if (!isAbout(fact, open)) return null;
  const { act, atMs: didAtMs } = fact.dated;
  const holder = holderAt(open, didAtMs);
  if (holder !== null && !isSamePerson(holder.by, act.by)) return null;
  const { by } = act;
  switch (act.type) {
    case "recovery.claimed":
      open.claim = claimBy(fact, rules);
      break;
    case "recovery.released":
      open.claim = null;
      break;
    case "recovery.tried":
      open.tried.push({ atMs: didAtMs, by, result: act.result });
      open.claim = claimBy(fact, rules);
      break;
    case "recovery.closed":
      return { kind: "closed", atMs: fact.atMs, result: act.result, by };
    case "recovery.reopened":
      return null;
    default:
      assertNever(act);
  }
  open.touchedAtMs = Math.max(open.touchedAtMs, fact.atMs);
  return null;
}

/** RE4: who holds it at an instant; null: nobody, or his claim has lapsed. */
export function holderAt({ claim }: Pick<Recovery, "claim">, atMs: number): Claim | null {
  return claim !== null && atMs < claim.untilMs ? claim : null;
}

export const isSamePerson = (a: Person, b: Person): boolean =>
  a.accountId === b.accountId && (a.accountId !== null || a.name === b.name);

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
