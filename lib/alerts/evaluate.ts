import { PROOF_LASTS_MS } from "../metrics/advance";
import { assertNever } from "../vocabulary";
import type { AlertBook } from "./alert-book";
import type { AlertRule } from "./alert-rule";
import type { Evidence, Muted } from "./alert-types";
import { type QueueCondition, readCondition, readSource } from "./conditions/read-condition";
import type { Reading } from "./conditions/reading";
import { createFacts, type Facts, type FactsInput } from "./facts/facts";
import { type AlertChange, rowOf } from "./state/alert-row";
import { isOutranked } from "./state/outranked";
import { isSilenced, type Silence } from "./state/silence";
import { areClosed, type Plan, type Plans, plansOf, type QueueTarget, type Target } from "./state/subjects";
import { type Firing, type Moment, type Pending, resolved, stepFiring, stepIdle } from "./state/watch";
import { type Look, readWidespread } from "./state/widespread";

/**
 * All that alerts follow from: the fold, advanced to `nowMs`; every source, as it stands; missed callers of given queues
 * who were not called back in time (null: nobody counts them).
 */
export type AlertInput = FactsInput & {
  /** The same array while none of them changed: then nothing is worked out anew. */
  readonly rules: readonly AlertRule[];
  /** Those that have ended may be among them. */
  readonly silences: readonly Silence[];
};

/** One evaluation under way. */
type Round = {
  readonly book: AlertBook;
  readonly input: AlertInput;
  readonly facts: Facts;
  readonly broken: boolean;
  readonly changes: AlertChange[];
};

/**
 * Lets the book see how things stand: once a second, since after ten seconds without it all timers begin anew (AL18).
 * @returns what is to be kept and told, in the order in which it happened
 */
export function evaluateAlerts(book: AlertBook, input: AlertInput): readonly AlertChange[] {
  const { evaluatedAtMs } = book;
  const broken = evaluatedAtMs === null || Math.abs(input.nowMs - evaluatedAtMs) > PROOF_LASTS_MS;
  const round: Round = { book, input, facts: createFacts(input), broken, changes: [] };
  const plans = plansOf(book.plans, input.rules, input.fold, input.sources);
  if (plans !== book.plans) dropGone(round, plans);
  book.plans = plans;
  for (const plan of plans.all) follow(round, plan);
  book.evaluatedAtMs = input.nowMs;
  return round.changes;
}

/** AL27: first of all, so that a rule that was changed ends its alert before it begins another. */
function dropGone({ book, input, changes }: Round, { keys }: Plans): void {
  for (const [key, watch] of book.watches) {
    if (keys.has(key)) continue;
    book.watches.delete(key);
    if (watch.kind !== "firing") continue;
    changes.push(...resolved(watch.row, input.nowMs, "rule-gone").changes);
    book.version += 1;
  }
}

function follow(round: Round, plan: Plan): void {
  switch (plan.kind) {
    case "sources": {
      // It is not heard at any hour; whom to tell of it is another matter.
      const closed = areClosed([...round.input.fold.queues.values()], round.facts);
      for (const target of plan.targets) {
        const source = round.input.sources.find(({ id }) => id === target.sourceId);
        if (source !== undefined) step(round, target, momentOf(round, target, closed, readSource(source)));
      }
      return;
    }
    case "together":
      return step(round, plan.target, queuesMoment(round, plan.target, plan.condition));
    case "each-queue":
      return followEach(round, plan);
    default:
      return assertNever(plan);
  }
}

/** AL20: one fault of many queues is one alert, in place of those that do not fire yet. */
function followEach(round: Round, { condition, targets, site }: Extract<Plan, { kind: "each-queue" }>): void {
  const looks = targets.map((target) => ({
    target,
    moment: queuesMoment(round, target, condition),
    before: round.book.watches.get(target.key) ?? null,
  }));
  const spread = round.book.watches.get(site.key);
  const muted = silencedOf(round.input, site);
  const isLookedAt = ({ moment }: Look): boolean =>
    !moment.closed && (spread?.kind === "firing" || moment.muted === muted);
  const reading = readWidespread(looks.filter(isLookedAt));
  const idle = looks.filter(({ before }) => before?.kind !== "firing");
  const nexts = idle.map(({ before, moment, target }) => stepIdle(pendingOf(before), moment, target.rule));
  for (const { target, moment, before } of looks)
    if (before?.kind === "firing") stepFired(round, target, before, moment);
  if (spread?.kind === "firing") {
    const closed = looks.every(({ moment }) => moment.closed);
    stepFired(round, site, spread, momentOf(round, site, closed, reading));
    const now = round.book.watches.get(site.key);
    // Frozen, it speaks for nobody: queues that are heard go their own way meanwhile.
    const isFrozen = now?.kind === "firing" && now.frozen;
    for (const [at, { target, moment }] of idle.entries()) {
      if (isFrozen) settle(round, target, moment, nexts[at] ?? null);
      else round.book.watches.delete(target.key);
    }
    return;
  }
  const isDue = idle.some((look, at) => nexts[at] === "due" && isLookedAt(look));
  if (reading.kind === "over" && isDue && !isOutranked(round.book, site)) {
    for (const { target } of idle) round.book.watches.delete(target.key);
    fire(round, site, reading.evidence, muted);
    return;
  }
  idle.forEach(({ target, moment }, at) => settle(round, target, moment, nexts[at] ?? null));
}

function step(round: Round, target: Target, moment: Moment): void {
  const before = round.book.watches.get(target.key) ?? null;
  if (before?.kind === "firing") return stepFired(round, target, before, moment);
  settle(round, target, moment, stepIdle(before, moment, target.rule));
}

function stepFired({ book, changes }: Round, { key, rule }: Target, before: Firing, moment: Moment): void {
  const { firing, changes: own } = stepFiring(before, moment, rule);
  if (firing === null) book.watches.delete(key);
  else book.watches.set(key, firing);
  if (firing === null || firing.row !== before.row || firing.frozen !== before.frozen) book.version += 1;
  changes.push(...own);
}

function settle(round: Round, target: Target, { reading, muted }: Moment, next: Pending | "due" | null): void {
  if (next === null) round.book.watches.delete(target.key);
  else if (next !== "due") round.book.watches.set(target.key, next);
  else if (reading.kind === "over" && !isOutranked(round.book, target)) fire(round, target, reading.evidence, muted);
}

function fire({ book, input, changes }: Round, target: Target, evidence: Evidence, muted: Muted | null): void {
  const { rule, subject, name: subjectName, key } = target;
  book.firedCount += 1;
  book.version += 1;
  const row = rowOf({ id: `a${book.firedCount}`, rule, subject, subjectName, evidence, muted, nowMs: input.nowMs });
  book.watches.set(key, { kind: "firing", row, heldAtMs: input.nowMs, clearSinceMs: null, frozen: false });
  changes.push({ kind: "fired", alert: row });
}

function queuesMoment(round: Round, target: QueueTarget, condition: QueueCondition): Moment {
  const closed = areClosed(target.queues, round.facts);
  return momentOf(round, target, closed, readCondition(condition, target.queues, round.facts, closed));
}

function momentOf({ input, broken }: Round, target: Target, closed: boolean, reading: Reading): Moment {
  const muted = closed ? "out-of-hours" : silencedOf(input, target);
  return { nowMs: input.nowMs, reading, closed, muted, broken };
}

const silencedOf = ({ silences, nowMs }: AlertInput, { rule, subject }: Target): Muted | null =>
  isSilenced(silences, rule.id, subject, nowMs) ? "silenced" : null;

const pendingOf = (before: Firing | Pending | null): Pending | null => (before?.kind === "pending" ? before : null);
