import type { Judgement } from "../../../lib/metrics/judgement";
import type { TotalRow } from "../../../lib/metrics/snapshot-types";
import type { DeskLexicon } from "../../../lib/words/load/desk";
import { peopleWorking } from "../../shared/agent-glyph";
import type { MarkState } from "../../shared/state-mark";

/** A queue as its item says it; texts and states only, so that an item whose texts stay is not drawn again. */
export type QueueLine = {
  readonly state: MarkState;
  readonly level: string;
  readonly levelState: Judgement;
  readonly waiting: string;
  readonly waitState: Judgement;
  /** null: nothing is known of its people. */
  readonly people: string | null;
};

export type Judged = {
  readonly row: TotalRow;
  readonly live: boolean;
  readonly waitMs: number | null;
  readonly wait: Judgement;
  readonly level: Judgement;
  readonly worst: Judgement;
};

/** @param heard false: nothing that these figures could rest on was ever told (UN1) */
export function queueLineOf(judged: Judged, open: boolean, heard: boolean, words: DeskLexicon): QueueLine {
  const { row, live, waitMs, wait, level, worst } = judged;
  const { formats, supervise } = words;
  const line = {
    state: live ? worst : "no-data",
    level: formats.percent(row.today.serviceLevelRatio),
    levelState: level,
    waitState: wait,
  } as const;
  if (!heard) return { ...line, waiting: supervise.feeds.noneYet, people: null };
  const waiting =
    row.waiting === 0
      ? supervise.queues.nobodyWaits
      : supervise.queues.waiting(row.waiting, formats.count(row.waiting), formats.duration(waitMs));
  return { ...line, waiting, people: open ? peopleOf(row, words) : supervise.queues.closed };
}

/** How many queues ask for people or, when none does, for a look. null: neither. */
export function askingNote(
  states: readonly MarkState[],
  { formats, supervise }: Pick<DeskLexicon, "formats" | "supervise">,
): string | null {
  const count = (state: MarkState): number => states.filter((each) => each === state).length;
  const [act, watch] = [count("act"), count("watch")];
  if (act > 0) return supervise.queues.alarmed(act, formats.count(act));
  return watch > 0 ? supervise.queues.toLookAt(watch, formats.count(watch)) : null;
}

/** AG1: who can help, of those who are there. null: the source does not say. */
function peopleOf({ agents }: TotalRow, { formats, supervise }: DeskLexicon): string | null {
  const people = peopleWorking(agents);
  if (people > 0) return supervise.queues.free(formats.count(agents.available), formats.count(people));
  return agents.notReported > 0 ? null : supervise.queues.nobodyThere;
}
