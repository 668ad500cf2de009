import type { Person, RecoveryAct } from "../../events";
import { assertNever, type AgentId, type CallerAlias, type QueueId, type SourceId } from "../../vocabulary";
import type { Attempt, Claim, Recovery, RecoveryEnd, Tried } from "../recovery-types";

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

/** `sourceId`: who told of it, and knows the agent. */
export type Reached = { readonly atMs: number; readonly sourceId: SourceId; readonly agentId: AgentId | null };
export type Answer = Reached & { readonly callback: boolean };
/** `seq`: of two acts at one instant the earlier in the log comes first. */
export type DatedAct = { readonly atMs: number; readonly seq: number; readonly act: RecoveryAct };

export type RecoveryRules = {
  /** RE4: a claim without an attempt lapses after this. */
  readonly claimMs: number;
  /** RE2: the instant at which the limit of a miss is over; null: never. */
  readonly dueOf: (queueId: QueueId, missedAtMs: number) => number | null;
};

/** What nobody touched for so long nobody will. */
export const LAPSES_AFTER_MS = 30 * 86_400_000;

type Fact = { readonly atMs: number; readonly order: number } & (
  | { readonly kind: "missed"; readonly attempt: Attempt }
  | { readonly kind: "ended"; readonly end: RecoveryEnd }
  /** `named` null: the miss it names was missed anew since; it was about whatever was open then. */
  | { readonly kind: "act"; readonly dated: DatedAct; readonly named: string | null }
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
        const end = open === null ? null : doneBy(open, fact, rules);
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
  const attempts = new Map([...facts.attempts].map((attempt) => [attempt.key, attempt]));
  const acts = standing([...facts.acts]).map((dated) => placed(dated, attempts));
  const closes = acts.filter(({ dated }) => dated.act.type === "recovery.closed");
  const misses = [...attempts.values()].map((attempt): Fact => {
    // Clocks differ: what was heard of after somebody had closed is not what he closed.
    const before = closes.filter(({ dated }) => dated.seq < attempt.seq).map(({ atMs }) => atMs + 1);
    return { kind: "missed", atMs: Math.max(attempt.missed.atMs, ...before), order: 0, attempt };
  });
  return [...misses, ...endsOf(facts), ...acts].sort(
    (a, b) => a.atMs - b.atMs || a.order - b.order || compareTies(a, b),
  );
}

/** All but the closes that somebody took back. */
function standing(acts: readonly DatedAct[]): readonly DatedAct[] {
  const reopened = acts.filter(({ act }) => act.type === "recovery.reopened");
  if (reopened.length === 0) return acts;
  return acts.filter(
    ({ act: { type, missedKey }, seq }) =>
      type !== "recovery.closed" || !reopened.some((later) => later.act.missedKey === missedKey && later.seq > seq),
  );
}

/** Nobody acts on what has not happened, whatever the source's clock says. */
function placed(dated: DatedAct, attempts: ReadonlyMap<string, Attempt>): Extract<Fact, { kind: "act" }> {
  const { act, seq } = dated;
  const attempt = attempts.get(act.missedKey);
  const isAnew = attempt !== undefined && attempt.seq > seq && act.type === "recovery.closed";
  const atMs = attempt === undefined || isAnew ? dated.atMs : Math.max(dated.atMs, attempt.missed.atMs);
  return { kind: "act", atMs, order: 2, dated, named: isAnew ? null : act.missedKey };
}

const ended = (end: RecoveryEnd): Fact => ({ kind: "ended", atMs: end.atMs, order: 1, end });

function endsOf({ shared, caller, answers, reached }: CallerFacts): readonly Fact[] {
  if (shared || caller === null) return [];
  return [
    ...[...answers].map(({ callback, ...answer }) => ended(callback ? reachedBy(answer) : cameBack(answer.atMs))),
    ...[...reached].map((each) => ended(reachedBy(each))),
  ];
}

const cameBack = (atMs: number): RecoveryEnd => ({ kind: "came-back", atMs });
const reachedBy = (reached: Reached): RecoveryEnd => ({ kind: "reached", ...reached });

function compareTies(a: Fact, b: Fact): number {
  if (a.kind === "act" && b.kind === "act") return a.dated.seq - b.dated.seq;
  if (a.kind === "missed" && b.kind === "missed") return a.attempt.key < b.attempt.key ? -1 : 1;
  if (a.kind === "ended" && b.kind === "ended") return textOf(a.end) < textOf(b.end) ? -1 : 1;
  return 0;
}
const textOf = (end: RecoveryEnd): string => `${end.kind} ${end.kind === "reached" ? (end.agentId ?? "") : ""}`;

/** What an act changes; whoever does not hold what somebody else holds changes nothing. @returns how it ended, if it did */
function doneBy(
  open: Open,
  { dated: { act, atMs: didAtMs }, atMs, named }: Extract<Fact, { kind: "act" }>,
  { claimMs }: RecoveryRules,
): RecoveryEnd | null {
  if (named !== null && !open.attempts.some(({ key }) => key === named)) return null;
  const holder = holderAt(open, didAtMs);
  if (holder !== null && !isSamePerson(holder.by, act.by)) return null;
  const { by } = act;
  const claim = { by, atMs: didAtMs, untilMs: didAtMs + claimMs };
  switch (act.type) {
    case "recovery.claimed":
    case "recovery.reopened":
      open.claim = claim;
      break;
    case "recovery.released":
      open.claim = null;
      break;
    case "recovery.tried":
      open.tried.push({ atMs: didAtMs, by, result: act.result });
      open.claim = claim;
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
