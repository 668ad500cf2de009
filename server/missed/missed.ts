import type { MissedNumber, MissedPage, MissedQuestion, MissedRow } from "../../lib/recovery/missed-api";
import type { Person, RecoveryAct } from "../../lib/events";
import type { CallerSight } from "../../lib/desk/mask";
import type { CallerAlias, QueueId } from "../../lib/vocabulary";

/** Who looks or acts. */
export type MissedReader = {
  /** null: every queue. */
  readonly queueIds: readonly QueueId[] | null;
  /** null: nobody who could hold anything. */
  readonly me: Person | null;
  readonly callers: CallerSight;
};

/** What somebody does about a missed caller. */
export type Act = Pick<Extract<RecoveryAct, { result: unknown }>, "type" | "result"> | Pick<RecoveryAct, "type">;

/** What became of an act; `row` as it stands then. */
export type Acted =
  | { readonly kind: "done"; readonly row: MissedRow }
  /** Somebody else has it. */
  | { readonly kind: "held"; readonly row: MissedRow }
  /** It has ended. */
  | { readonly kind: "over"; readonly row: MissedRow }
  | { readonly kind: "unknown" }
  /** The log cannot be written now; nothing was done. */
  | { readonly kind: "refused"; readonly retryInMs: number };

/** Missed callers, and what people do about them. */
export type Missed = {
  readonly page: (question: MissedQuestion, reader: MissedReader) => MissedPage;
  /** Durable when it settles. Of two at once the first in the log wins, the other is told who has it. */
  readonly act: (id: string, act: Act, reader: MissedReader & { readonly me: Person }) => Promise<Acted>;
  /** Who was missed; null: there is no such recovery for this reader, or no number. */
  readonly callerOf: (id: string, reader: MissedReader) => CallerAlias | null;
  /** Where a browser calls this number; null: nothing dials here. */
  readonly callUrl: (number: string) => MissedNumber["callUrl"];
};
