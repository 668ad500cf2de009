/** The ids everything is named by, and the guard that closes every switch. */

declare const brand: unique symbol;
type Brand<Text extends string> = string & { readonly [brand]: Text };

/** A queue as its source spells it. */
export type QueueId = Brand<"QueueId">;
/** One customer's attempt (CO1), unique within its source. */
export type ContactId = Brand<"ContactId">;
/** A person who answers; for Asterisk the member's interface. */
export type AgentId = Brand<"AgentId">;
/** A configured source of events. */
export type SourceId = Brand<"SourceId">;
/** A board that can be watched; `main` shows everything. */
export type BoardId = Brand<"BoardId">;
/** A caller as the log knows him: a name of ours that says nothing of him. The same alias, the same caller. */
export type CallerAlias = Brand<"CallerAlias">;
/** A business day as an ISO date, `2026-11-22`. */
export type DayKey = Brand<"DayKey">;

export const queueId = (text: string): QueueId => text as QueueId;
export const contactId = (text: string): ContactId => text as ContactId;
export const agentId = (text: string): AgentId => text as AgentId;
export const sourceId = (text: string): SourceId => text as SourceId;
export const boardId = (text: string): BoardId => text as BoardId;
export const callerAlias = (text: string): CallerAlias => text as CallerAlias;
export const dayKey = (text: string): DayKey => text as DayKey;

/** Under this name the log keeps what people do on our own screens; no source can be called so. */
export const PEOPLE: SourceId = sourceId("@people");
/** The board that shows everything. */
export const MAIN_BOARD: BoardId = boardId("main");

/**
 * Closes a switch over a union: a new arm that is not handled is a type error here.
 * @throws Error when reached at run time, which is a bug.
 */
export function assertNever(arm: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(arm)}`);
}
