import { PROOF_LASTS_MS } from "../metrics/advance";
import type { SourceView } from "../metrics/snapshot-types";
import { assertNever } from "../vocabulary";
import type { AlertBook } from "./alert-book";
import type { AlertRule } from "./alert-rule";
import type { Evidence, Muted } from "./alert-types";
import { type QueueCondition, readCondition, readSource } from "./conditions/read-condition";
import { createFacts, type Facts, type FactsInput } from "./facts/facts";
import { type AlertChange, rowOf } from "./state/alert-row";
import { isSilenced, type Silence } from "./state/silence";
import { areClosed, keysOf, type Plan, planOf, type QueueTarget, type Target } from "./state/subjects";
import { type Firing, type Moment, type Pending, resolved, stepFiring, stepIdle } from "./state/watch";
import { type Look, readWidespread } from "./state/widespread";

/**
 * All that alerts follow from: the fold, advanced to `nowMs`; every source, as it stands; missed callers of given queues
 * who were not called back in time (null: nobody counts them).
 */
export type AlertInput = FactsInput & {
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
  const plans = input.rules
    .filter(({ enabled }) => enabled)
    .flatMap((rule) => planOf(rule, input.fold, input.sources) ?? []);
  dropGone(round, plans);
  for (const plan of plans) follow(round, plan);
  book.evaluatedAtMs = input.nowMs;
  return round.changes;
}

/** AL27: first of all, so that a rule that was changed ends its alert before it begins another. */
function dropGone({ book, input, changes }: Round, plans: readonly Plan[]): void {
  const known = new Set(plans.flatMap(keysOf));
  for (const [key, watch] of book.watches) {
    if (known.has(key)) continue;
    book.watches.delete(key);
    if (watch.kind !== "firing") continue;
    changes.push(...resolved(watch.row, input.nowMs, "rule-gone").changes);
    book.version += 1;
  }
}

function follow(round: Round, plan: Plan): void {
  switch (plan.kind) {
    case "sources":
      return plan.targets.forEach((target) => step(round, target, sourceMoment(round, target, target.source)));
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
  const muted = momentOf(round, site, false).muted;
  const isLookedAt = ({ moment }: Look): boolean =>
    !moment.closed && (spread?.kind === "firing" || moment.muted === muted);
  const reading = readWidespread(looks.filter(isLookedAt));
  const idle = looks.filter(({ before }) => before?.kind !== "firing");
  for (const { target, moment, before } of looks)
    if (before?.kind === "firing") stepFired(round, target, before, moment);
  if (spread?.kind === "firing") {
    const closed = looks.every(({ moment }) => moment.closed);
    stepFired(round, site, spread, { ...momentOf(round, site, closed), reading });
    for (const { target } of idle) round.book.watches.delete(target.key);
    return;
  }
  const steps = idle.map((look) => ({
    ...look,
    next: stepIdle(pendingOf(look.before), look.moment, look.target.rule),
  }));
  if (reading.kind === "over" && steps.some((each) => each.next === "due" && isLookedAt(each))) {
    for (const { target } of idle) round.book.watches.delete(target.key);
    fire(round, site, reading.evidence, muted);
    return;
  }
  for (const { target, moment, next } of steps) settle(round, target, moment, next);
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
  else if (reading.kind === "over") fire(round, target, reading.evidence, muted);
}

function fire({ book, input, changes }: Round, target: Target, evidence: Evidence, muted: Muted | null): void {
  const { rule, subject, name: subjectName, key } = target;
  book.firedCount += 1;
  book.version += 1;
  const row = rowOf({ id: `a${book.firedCount}`, rule, subject, subjectName, evidence, muted, nowMs: input.nowMs });
  book.watches.set(key, { kind: "firing", row, clearSinceMs: null, frozen: false });
  changes.push({ kind: "fired", alert: row });
}

function queuesMoment(round: Round, target: QueueTarget, condition: QueueCondition): Moment {
  const closed = areClosed(target.queues, round.facts);
  const reading = readCondition(condition, target.queues, round.facts, closed);
  return { ...momentOf(round, target, closed), reading };
}

/** A source that is not heard is so at any hour. */
const sourceMoment = (round: Round, target: Target, source: SourceView): Moment => ({
  ...momentOf(round, target, false),
  reading: readSource(source),
});

function momentOf({ input, broken }: Round, { rule, subject }: Target, closed: boolean): Omit<Moment, "reading"> {
  const { silences, nowMs } = input;
  const silenced = isSilenced(silences, rule.id, subject, nowMs) ? "silenced" : null;
  return { nowMs, closed, broken, muted: closed ? "out-of-hours" : silenced };
}

const pendingOf = (before: Firing | Pending | null): Pending | null => (before?.kind === "pending" ? before : null);
