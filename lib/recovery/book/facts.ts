import type { RecoveryAct } from "../../events";
import type { AgentId, CallerAlias, SourceId } from "../../vocabulary";
import type { Attempt, RecoveryEnd } from "../recovery-types";

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

/** What happened to one caller, at the instant at which it counts. */
export type Fact = { readonly atMs: number; readonly order: number } & (
  | { readonly kind: "missed"; readonly attempt: Attempt }
  | { readonly kind: "ended"; readonly end: RecoveryEnd }
  /** `named` null: the miss it names was missed anew since; it was about whatever was open then. */
  | { readonly kind: "act"; readonly dated: DatedAct; readonly named: string | null }
);

export type ActFact = Extract<Fact, { kind: "act" }>;

/** Misses before what ended them, what people did last. */
export function inOrder(facts: CallerFacts): readonly Fact[] {
  const attempts = new Map([...facts.attempts].map((attempt) => [attempt.key, attempt]));
  const acts = [...facts.acts].sort((a, b) => a.seq - b.seq).map((dated) => placed(dated, attempts));
  const misses = [...attempts.values()].map((attempt): Fact => {
    // Clocks differ: what was heard of after somebody had closed is not what he closed.
    const before = standingCloses(acts, attempt.seq).map(({ atMs }) => atMs + 1);
    return { kind: "missed", atMs: Math.max(attempt.missed.atMs, ...before), order: 0, attempt };
  });
  return [...misses, ...endsOf(facts), ...acts].sort(
    (a, b) => a.atMs - b.atMs || a.order - b.order || compareTies(a, b),
  );
}

/**
 * Those before this line of the log that nobody had taken back by then.
 * @param acts in the order of the log
 */
function standingCloses(acts: readonly ActFact[], seq: number): readonly ActFact[] {
  const standing: ActFact[] = [];
  for (const fact of acts) {
    if (fact.dated.seq >= seq) break;
    if (fact.dated.act.type === "recovery.closed") standing.push(fact);
    else if (fact.dated.act.type === "recovery.reopened") standing.pop();
  }
  return standing;
}

/** Nobody acts on what has not happened, whatever the source's clock says. */
function placed(dated: DatedAct, attempts: ReadonlyMap<string, Attempt>): ActFact {
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
