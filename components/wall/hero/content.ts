import type { BoardFigure } from "../../../lib/config";
import type { Judgement } from "../../../lib/metrics/judgement";
import type { BoardSnapshot } from "../../../lib/metrics/snapshot-types";
import type { BoardJudgement } from "../../shared/board/judge-board";
import type { Told } from "./told";

/** A figure that stands beside the tile's own: the longest wait beside how many wait. */
export type Companion = { readonly name: string; readonly label: string; readonly text: string };

/** What a tile of the head says, whatever room it gets. */
export type TileContent = {
  readonly figure: BoardFigure;
  /** What the page's figure is called, for those who read it by name. */
  readonly name: string;
  /** In wordings, the longest first. */
  readonly labels: readonly string[];
  readonly text: string;
  /** Room is kept for a text as wide as this. */
  readonly reserve: string;
  readonly judgement: Judgement;
  /** Whether it may ever be judged: its mark keeps a place. */
  readonly judged: boolean;
  readonly companion: Companion | null;
  /** The most important first; each in wordings, the longest first. */
  readonly facts: readonly (readonly Told[])[];
};

export type ContentInput = Pick<BoardSnapshot, "total" | "contacts" | "recoveries" | "look"> & {
  /** false: nothing was ever told, no count is known. */
  readonly heard: boolean;
  readonly judged: BoardJudgement;
  readonly longest: Longest | null;
  /** The threshold of all queues; null: they differ. */
  readonly thresholdMs: number | null;
};
/** Whoever has waited longest. */
export type Longest = { readonly waitMs: number; readonly queueName: string; readonly judgement: Judgement };
