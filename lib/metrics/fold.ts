import {
  type Channel,
  isRecoveryAct,
  type KeptFact,
  type LoggedEvent,
  type RecoveryAct,
  type VisitName,
} from "../events";
import { assertNever, type CallerAlias, type QueueId, type SourceId } from "../vocabulary";
import { type AgentFold, createAgent, takeMembership, takeState } from "./agents";
import { hearFrom } from "./advance";
import { type Fold, mayKeepAgent, MINUTE_MS, queueFoldOf, type SourceFold, sourceFoldOf } from "./fold-state";
import { bookRulesOf } from "../recovery/book/take-contact";
import { takeAct, takeReached } from "../recovery/book/take-facts";
import { refreshContact } from "./refresh";
import { betterOutcome, type Completion, type Contact, type Outcome, type Visit } from "./visit";

/** TI4: an instant further off than this is not believed. */
const MAX_SKEW_MS = 24 * 3_600_000;
/** TI5: up to this far out of order changes nothing. */
const LATENESS_MS = 10 * 60_000;

/**
 * Folds one line of the log into the figures. Folding the same line twice, or lines out of order by up to ten
 * minutes, gives the same figures (TI5).
 */
export function applyEvent(fold: Fold, logged: LoggedEvent): void {
  if (isRecoveryAct(logged.event)) return applyAct(fold, logged, logged.event);
  const atMs = believedAtMs(fold, logged);
  const source = sourceFoldOf(fold, logged.sourceId);
  if (atMs < logged.receivedAtMs - LATENESS_MS) fold.counters.late += 1;
  hearFrom(fold, logged.sourceId, Math.min(atMs, logged.receivedAtMs));
  fold.seq = Math.max(fold.seq, logged.seq);
  fold.version += 1;
  applyFact(fold, source, logged, logged.event, atMs);
}

/** What people do on our own screens tells nothing of any source. */
function applyAct(fold: Fold, { seq, sourceKey, atMs }: LoggedEvent, act: RecoveryAct): void {
  fold.seq = Math.max(fold.seq, seq);
  fold.version += 1;
  takeAct(fold.recoveries, sourceKey, { atMs, seq, act }, bookRulesOf(fold));
}

function believedAtMs(fold: Fold, { atMs, receivedAtMs }: LoggedEvent): number {
  if (Number.isFinite(atMs) && Math.abs(atMs - receivedAtMs) <= MAX_SKEW_MS) return atMs;
  fold.counters.clamped += 1;
  return receivedAtMs;
}

function applyFact(fold: Fold, source: SourceFold, logged: LoggedEvent, event: KeptFact, atMs: number): void {
  switch (event.type) {
    case "contact.offered":
      return changeVisit(fold, source, logged.sourceId, event, atMs, (visit) => {
        arrive(visit, atMs);
        keepCaller(visit.contact, event.caller);
        keepChannel(visit.contact, event.channel);
        if (event.via === "callback") visit.contact.callback = true;
      });
    case "contact.still-waiting":
      return changeVisit(fold, source, logged.sourceId, event, atMs, (visit) => {
        visit.listedAtMs = Math.max(visit.listedAtMs ?? atMs, atMs);
      });
    case "contact.answered":
      return endVisit(fold, source, logged, event, { kind: "answered", atMs, agentId: event.agentId });
    case "contact.abandoned":
      return endVisit(fold, source, logged, event, { kind: "abandoned", atMs });
    case "contact.overflowed":
      return endVisit(fold, source, logged, event, { kind: "overflowed", atMs, reason: event.reason });
    case "contact.lost":
      return changeVisit(fold, source, logged.sourceId, event, atMs, (visit) => {
        visit.lostAtMs = Math.max(visit.lostAtMs ?? atMs, atMs);
      });
    case "contact.refused":
      return changeVisit(fold, source, logged.sourceId, event, atMs, (visit) => {
        arrive(visit, atMs);
        visit.ended = betterOutcome(visit.ended, { kind: "refused", atMs, reason: event.reason });
        keepCaller(visit.contact, event.caller);
        keepChannel(visit.contact, event.channel);
      });
    case "contact.completed": {
      const talkMs = believedMs(fold, event.talkMs);
      const holdMs = believedMs(fold, event.holdMs);
      const wrapUpMs = believedMs(fold, event.wrapUpMs);
      const completion = { atMs, talkMs: talkMs === null ? null : talkMs + (holdMs ?? 0), wrapUpMs };
      return changeVisit(fold, source, logged.sourceId, event, atMs, (visit) => {
        visit.completion = betterCompletion(visit.completion, completion);
      });
    }
    case "agent.rang-unanswered":
      return changeVisit(fold, source, logged.sourceId, event, atMs, (visit) => {
        if (!visit.unansweredRings.includes(logged.sourceKey)) visit.unansweredRings.push(logged.sourceKey);
      });
    case "agent.joined":
      return changeAgent(fold, logged.sourceId, event.agentId, [event.queueId], (agent) => {
        if (event.name !== null) agent.name = event.name;
        return takeMembership(agent, event.queueId, { atMs, joined: true, penalty: event.penalty });
      });
    case "agent.left":
      return changeAgent(fold, logged.sourceId, event.agentId, [event.queueId], (agent) =>
        takeMembership(agent, event.queueId, { atMs, joined: false, penalty: null }),
      );
    case "agent.state-changed":
      return changeAgent(
        fold,
        logged.sourceId,
        event.agentId,
        event.queueId === null ? null : [event.queueId],
        (agent) =>
          takeState(agent, event.queueId, {
            atMs,
            state: event.state,
            reason: event.reason,
            sinceAtMs: event.sinceAtMs,
          }),
      );
    case "source.gap":
      return addGap(fold, logged.sourceId, event);
    case "outbound.answered": {
      const { caller, agentId } = event;
      if (caller === null) return;
      const key = `${logged.sourceId} ${logged.sourceKey}`;
      return takeReached(fold.recoveries, caller, key, { atMs, sourceId: logged.sourceId, agentId }, bookRulesOf(fold));
    }
    // Kept in the log for ratings and the sources' history; no figure here rests on them.
    case "contact.rated":
    case "contact.resolved":
    case "source.connected":
    case "source.lost":
      return;
    default:
      assertNever(event);
  }
}

function endVisit(fold: Fold, source: SourceFold, logged: LoggedEvent, name: VisitName, outcome: Outcome): void {
  changeVisit(fold, source, logged.sourceId, name, outcome.atMs, (visit) => {
    visit.ended = betterOutcome(visit.ended, outcome);
    const wasNegative = visit.arrivedAtMs !== null && outcome.atMs < visit.arrivedAtMs;
    if (wasNegative) fold.counters.clamped += 1;
  });
}

function changeVisit(
  fold: Fold,
  source: SourceFold,
  sourceId: SourceId,
  name: VisitName,
  atMs: number,
  change: (visit: Visit) => void,
): void {
  const queue = queueFoldOf(fold, name.queueId);
  if (queue === null) return;
  queue.sourceIds.add(sourceId);
  const contact = contactOf(source, sourceId, name, atMs);
  change(visitOf(contact, name));
  contact.lastTouchedAtMs = Math.max(contact.lastTouchedAtMs, atMs);
  refreshContact(fold, contact);
}

function contactOf(source: SourceFold, sourceId: SourceId, { contactId }: VisitName, atMs: number): Contact {
  let contact = source.contacts.get(contactId);
  if (contact === undefined) {
    contact = {
      sourceId,
      contactId,
      caller: null,
      channel: null,
      callback: false,
      visits: [],
      lastTouchedAtMs: atMs,
      applied: null,
    };
    source.contacts.set(contactId, contact);
  }
  return contact;
}

function visitOf(contact: Contact, { queueId, stay }: VisitName): Visit {
  for (const visit of contact.visits) if (visit.queueId === queueId && visit.stay === stay) return visit;
  const visit: Visit = {
    contact,
    queueId,
    stay,
    arrivedAtMs: null,
    ended: null,
    lostAtMs: null,
    outcome: null,
    completion: null,
    listedAtMs: null,
    overdue: false,
    missed: false,
    unansweredRings: [],
    applied: null,
    place: null,
  };
  contact.visits.push(visit);
  return visit;
}

function arrive(visit: Visit, atMs: number): void {
  visit.arrivedAtMs = visit.arrivedAtMs === null ? atMs : Math.min(visit.arrivedAtMs, atMs);
}

/** Who once was known stays known; of two the smaller alias, so that the order of hearing cannot matter (TI5). */
function keepCaller(contact: Contact, caller: CallerAlias | null): void {
  if (caller !== null && (contact.caller === null || caller < contact.caller)) contact.caller = caller;
}

/** A contact has one channel; where a source tells two, the order of hearing cannot matter here either. */
function keepChannel(contact: Contact, channel: Channel): void {
  if (contact.channel === null || channel < contact.channel) contact.channel = channel;
}

/** TI4: a duration that no contact can have is not known. */
function believedMs(fold: Fold, durationMs: number | null): number | null {
  if (durationMs === null || (durationMs >= 0 && durationMs <= MAX_SKEW_MS)) return durationMs;
  fold.counters.clamped += 1;
  return null;
}

/** The one that knows the talk holds; of two equal ones the earlier, whatever the order (TI5). */
function betterCompletion(held: Completion | null, told: Completion): Completion {
  if (held === null || (held.talkMs === null && told.talkMs !== null)) return told;
  if (told.talkMs === null && held.talkMs !== null) return held;
  return told.atMs < held.atMs ? told : held;
}

function changeAgent(
  fold: Fold,
  sourceId: SourceId,
  agentId: AgentFold["agentId"],
  queueIds: readonly QueueId[] | null,
  change: (agent: AgentFold) => boolean,
): void {
  const source = sourceFoldOf(fold, sourceId);
  let agent = source.agents.get(agentId);
  if (agent === undefined) {
    if (!mayKeepAgent(fold, source)) return;
    source.agents.set(agentId, (agent = createAgent(agentId)));
  }
  if (!change(agent)) return;
  for (const queueId of queueIds ?? agent.memberships.keys()) {
    const queue = queueFoldOf(fold, queueId);
    if (queue === null) continue;
    queue.sourceIds.add(sourceId);
    queue.version += 1;
  }
}

/** Gaps of a source within a minute of each other are one: a flapping line must not grow the day without end. */
function addGap(fold: Fold, sourceId: SourceId, told: { fromMs: number; toMs: number; filled: boolean }): void {
  let { fromMs, toMs, filled } = told;
  const apart = fold.gaps.filter((known) => {
    if (known.sourceId !== sourceId || known.fromMs > toMs + MINUTE_MS || known.toMs < fromMs - MINUTE_MS) return true;
    fromMs = Math.min(fromMs, known.fromMs);
    toMs = Math.max(toMs, known.toMs);
    filled &&= known.filled;
    return false;
  });
  fold.gaps = [...apart, { sourceId, fromMs, toMs, filled }].sort((a, b) => a.fromMs - b.fromMs);
}
