import { boardOfAll, type WindowMinutes } from "../config";
import { buildDesk, type DeskInput } from "../desk/build-desk";
import { type Mask, maskFor } from "../desk/mask";
import type { Desk } from "../desk/desk-types";
import type { SourceView } from "../metrics/snapshot-types";
import { MAIN_BOARD, queueId, sourceId } from "../vocabulary";
import type { Scenario } from "./scenario";

/** The scenario's source, live. */
export const PBX: SourceView = { id: sourceId("pbx"), kind: "test", state: "live", lastProofAtMs: null };

/** The end of an alias in place of a number's. */
export const MASK: Mask = maskFor("end", (caller) => caller.slice(-4));

/** What is looked at; left out: every queue, today. */
export type Look = {
  readonly queue?: string;
  readonly minutes?: WindowMinutes;
  /** The board's queues. */
  readonly board?: readonly string[];
  readonly sources?: readonly SourceView[];
};

export function deskInput({ queue, minutes, board, sources = [PBX] }: Look): DeskInput {
  const queueIds = board === undefined ? null : board.map(queueId);
  const question = { queueId: queue === undefined ? null : queueId(queue), minutes: minutes ?? null };
  const revision = { epoch: "test", number: 1 };
  return { board: { ...boardOfAll(MAIN_BOARD, "Board"), queueIds }, question, revision, sources, mask: MASK };
}

/** The supervisor's desk as it stands at an instant of a scenario. */
export function deskAt(day: Scenario, time: string, look: Look = {}, date?: string): Desk {
  day.at(time, date).board();
  const desk = buildDesk(day.fold, deskInput(look), null);
  if (desk === null) throw new Error("there is no such queue");
  return desk;
}
