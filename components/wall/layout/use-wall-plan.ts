import { useState } from "react";
import type { BoardFigure, Viewing } from "../../../lib/config";
import type { Picture } from "../../../lib/legibility";
import type { BoardSnapshot } from "../../../lib/metrics/snapshot-types";
import type { WallLexicon } from "../../../lib/words/load/wall";
import type { TileContent } from "../hero/content";
import type { RankedRow } from "../../shared/board/rank-rows";
import { peopleWidthsOf, rowWidthsOf } from "./row-widths";
import { planWall, type WallPlan } from "./wall-plan";

type PlanInput = {
  readonly picture: Picture;
  readonly viewing: Viewing | null;
  readonly snapshot: BoardSnapshot;
  readonly contents: ReadonlyMap<BoardFigure, TileContent>;
  readonly rows: readonly RankedRow[];
  readonly words: WallLexicon;
};

/** Planned anew only when something has become wider: figures that tick keep their places. */
export function useWallPlan({ picture, viewing, snapshot, contents, rows, words }: PlanInput): WallPlan {
  const { queues, look } = snapshot;
  const longestWaitMs = Math.max(0, ...rows.map(({ waitMs }) => waitMs ?? 0));
  const rowWidths = rowWidthsOf(queues, longestWaitMs, words);
  const people = peopleWidthsOf(snapshot.people, words);
  const said = [...contents.values()].map(({ labels, text, companion, facts }) => [
    labels[0],
    text,
    companion?.text,
    facts.map((wordings) => Object.values(wordings[0]?.values ?? {})),
  ]);
  const input = {
    picture,
    viewing,
    figures: look.figures,
    contents,
    queueCount: queues.length,
    rows: rowWidths,
    people,
  };
  const sizes = JSON.stringify([picture, viewing, look.figures, queues.length, rowWidths.people, people]);
  // Digits are equally wide.
  const texts = JSON.stringify([rowWidths, said, words.language]).replace(/\d/g, "0");
  const shape = `${sizes} ${texts}`;
  const [kept, keep] = useState<{ readonly shape: string; readonly plan: WallPlan } | null>(null);
  if (kept?.shape === shape) return kept.plan;
  const plan = planWall(input);
  keep({ shape, plan });
  return plan;
}
