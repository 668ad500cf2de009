import type { AgentId, CallerAlias, ContactId, QueueId, SourceId } from "./vocabulary";

/** Who calls. `number: null` is a withheld or unknown number; `name: null` is no name given. */
export type Caller = { readonly number: string | null; readonly name: string | null };

export type Channel = "voice" | "chat" | "sms" | "email";
export type OverflowReason = "timeout" | "key" | "empty" | "withdrawn" | "transferred";
export type RefusalReason = "full" | "empty" | "closed";
export type EndedBy = "caller" | "agent" | "transfer" | "unknown";

/** What came of trying to reach a caller who was missed, where it did not end it. */
export type AttemptResult = "no-answer" | "busy" | "left-message";
export const ATTEMPT_RESULTS: readonly AttemptResult[] = ["no-answer", "busy", "left-message"];
/** With what a person closes the recovery of a missed caller (RE3). */
export type CloseResult = "reached" | "left-message" | "no-answer" | "wrong-number" | "not-needed";
export const CLOSE_RESULTS: readonly CloseResult[] = [
  "reached",
  "left-message",
  "no-answer",
  "wrong-number",
  "not-needed",
];
/** Who does something on our own screens. `accountId` null: at the demonstration nobody has an account. */
export type Person = { readonly accountId: string | null; readonly name: string };

/** AG1. `not-reported`: the source cannot say. */
export type AgentState = "available" | "ringing" | "on-contact" | "wrap-up" | "paused" | "logged-out" | "not-reported";
export const AGENT_STATES: readonly AgentState[] = [
  "available",
  "ringing",
  "on-contact",
  "wrap-up",
  "paused",
  "logged-out",
  "not-reported",
];

/**
 * One stay of a contact in one queue (CO1). `stay` counts from 1 and tells apart two stays of the same contact
 * in the same queue.
 */
export type VisitName = { readonly queueId: QueueId; readonly contactId: ContactId; readonly stay: number };

/**
 * What people do about a missed caller, on our own screens (RE3, RE4). `missedKey` names one of his missed contacts as
 * the list did: it concerns the recovery which that one is in.
 */
export type RecoveryAct = {
  readonly missedKey: string;
  readonly by: Person;
} & (
  | { readonly type: "recovery.claimed" }
  | { readonly type: "recovery.released" }
  | { readonly type: "recovery.tried"; readonly result: AttemptResult }
  | { readonly type: "recovery.closed"; readonly result: CloseResult }
  /** What was closed is not over: whoever says so has the caller then. Of one who was missed again since it says nothing. */
  | { readonly type: "recovery.reopened" }
);

/**
 * Everything that can happen. Each arm states one fact; the instant stands in the envelope.
 * `Who`: what is said of the caller; null: nothing is known of him.
 */
export type QueueEvent<Who> =
  | ({
      readonly type: "contact.offered";
      readonly channel: Channel;
      readonly caller: Who | null;
      readonly via: "direct" | "overflow" | "callback";
    } & VisitName)
  /** A snapshot of the source still lists this caller as waiting (CO6). */
  | ({ readonly type: "contact.still-waiting" } & VisitName)
  | ({ readonly type: "contact.answered"; readonly agentId: AgentId } & VisitName)
  | ({ readonly type: "contact.abandoned" } & VisitName)
  | ({
      readonly type: "contact.overflowed";
      readonly reason: OverflowReason;
      readonly toQueueId: QueueId | null;
    } & VisitName)
  | ({
      readonly type: "contact.refused";
      readonly channel: Channel;
      readonly caller: Who | null;
      readonly reason: RefusalReason;
    } & VisitName)
  /** Lost track of while the source was away (UN4). */
  | ({ readonly type: "contact.lost" } & VisitName)
  /**
   * `talkMs`: time connected without hold, `holdMs`: time on hold within it, `wrapUpMs`: work after it; each null
   * where the source does not say.
   */
  | ({
      readonly type: "contact.completed";
      readonly agentId: AgentId | null;
      readonly talkMs: number | null;
      readonly holdMs: number | null;
      readonly wrapUpMs: number | null;
      readonly endedBy: EndedBy;
    } & VisitName)
  | { readonly type: "contact.rated"; readonly contactId: ContactId; readonly score: number; readonly outOf: number }
  | { readonly type: "contact.resolved"; readonly contactId: ContactId; readonly resolved: boolean }
  | ({ readonly type: "agent.rang-unanswered"; readonly agentId: AgentId; readonly ringMs: number } & VisitName)
  /** `queueId: null`: in every queue. A person paused in one queue only has a state of its own there. */
  | {
      readonly type: "agent.state-changed";
      readonly agentId: AgentId;
      readonly queueId: QueueId | null;
      readonly state: AgentState;
      readonly reason: string | null;
      readonly sinceAtMs: number;
    }
  | {
      readonly type: "agent.joined";
      readonly agentId: AgentId;
      readonly queueId: QueueId;
      readonly name: string | null;
      /** Lower is called first; null where the source has none. */
      readonly penalty: number | null;
    }
  | { readonly type: "agent.left"; readonly agentId: AgentId; readonly queueId: QueueId }
  | { readonly type: "outbound.answered"; readonly caller: Who | null; readonly agentId: AgentId | null }
  | { readonly type: "source.connected"; readonly restarted: boolean }
  | { readonly type: "source.lost"; readonly detail: string }
  /** Between these instants nothing was heard; `filled`: the source's own log told what happened (UN4). */
  | {
      readonly type: "source.gap";
      readonly fromMs: number;
      readonly toMs: number;
      readonly filled: boolean;
    };

/** As a source tells it: who calls has a number and a name. */
export type ToldEvent = QueueEvent<Caller>;
/** As it is kept: who calls is an alias, which says nothing of him (PV). */
export type KeptFact = QueueEvent<CallerAlias>;
/** A line of the log: what a source told, or what people do on our own screens. */
export type KeptEvent = KeptFact | RecoveryAct;

export const isRecoveryAct = (event: KeptEvent): event is RecoveryAct => event.type.startsWith("recovery.");

/**
 * The same `sourceKey` of one source is the same fact and counts once (TI5).
 * `atMs`: when it happened, by the source's clock; `receivedAtMs`: when we heard it, by ours.
 */
type Telling = { readonly sourceKey: string; readonly atMs: number; readonly receivedAtMs: number };

/** What a source hands on. */
export type SourceEvent = Telling & { readonly event: ToldEvent };

/** A fact as it stands in the log. `seq` rises by at least one from line to line. */
export type LoggedEvent = Telling & {
  readonly seq: number;
  readonly sourceId: SourceId;
  readonly event: KeptEvent;
};

/** A state of the fold: `epoch` changes when numbering starts anew, `number` rises with every change. */
export type Revision = { readonly epoch: string; readonly number: number };
