import { BOARDS_AT_MOST } from "../../../lib/config";
import { boardId, type BoardId, MAIN_BOARD } from "../../../lib/vocabulary";
import type { RotationPlan } from "./rotation";

const EVERY_MS = 30_000;
const SHORTEST_MS = 5_000;
const LONGEST_MS = 3_600_000;

/** What a wall's address asks for. */
export type WantedPlan =
  | { readonly type: "boards"; readonly plan: RotationPlan }
  /** A rotation of the configuration, by its id. */
  | { readonly type: "rotation"; readonly rotationId: string };

/** Reads `?rotation=ID`, or `?board=main,sales&every=30`; with nothing said it is `main`. */
export function wantedPlan(search: string): WantedPlan {
  const asked = new URLSearchParams(search);
  const rotationId = asked.get("rotation");
  if (rotationId !== null && rotationId !== "") return { type: "rotation", rotationId };
  const everyMs = Number(asked.get("every")) * 1_000 || EVERY_MS;
  return { type: "boards", plan: planOf((asked.get("board") ?? "").split(","), everyMs) };
}

/** Each board once, in the order given, as many as a screen follows. */
export function planOf(ids: readonly string[], everyMs: number): RotationPlan {
  const named = [...new Set(ids.map((id) => id.trim()))].filter((id) => id !== "").map(boardId);
  const boardIds: readonly BoardId[] = named.length === 0 ? [MAIN_BOARD] : named.slice(0, BOARDS_AT_MOST);
  return { boardIds, everyMs: Math.min(LONGEST_MS, Math.max(SHORTEST_MS, everyMs)) };
}
