import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { BoardId } from "../../../lib/vocabulary";
import { planOf, wantedPlan } from "./read-plan";
import type { RotationPlan } from "./rotation";

const ASK_AGAIN_AFTER_MS = 5_000;
/** A screen that hangs for months follows a configuration that changes. */
const ASK_ANEW_EVERY_MS = 60_000;

/** What this wall is to show. `asking`: a rotation whose boards are not known yet. */
export type Plan =
  | { readonly type: "boards"; readonly plan: RotationPlan }
  | { readonly type: "asking" }
  | { readonly type: "no-rotation"; readonly rotationId: string };

type Rotations = readonly { readonly id: string; readonly boardIds: readonly BoardId[]; readonly everyMs: number }[];

const subscribe = (listener: () => void): (() => void) => {
  globalThis.addEventListener("popstate", listener);
  return () => globalThis.removeEventListener("popstate", listener);
};

/** The plan of this page's address; null: not in a browser yet. */
export function usePlan(): Plan | null {
  const search = useSyncExternalStore(
    subscribe,
    () => globalThis.location.search,
    () => null,
  );
  const wanted = useMemo(() => (search === null ? null : wantedPlan(search)), [search]);
  const rotationId = wanted?.type === "rotation" ? wanted.rotationId : null;
  const rotation = useConfiguredRotation(rotationId);
  return wanted === null || wanted.type === "boards" ? wanted : rotation;
}

/** A rotation as the server has it configured, now and later. */
function useConfiguredRotation(rotationId: string | null): Plan {
  const [told, setTold] = useState<{ readonly of: string; readonly text: string } | null>(null);
  useEffect(() => {
    if (rotationId === null) return;
    const tell = (plan: Plan): void => {
      const text = JSON.stringify(plan);
      setTold((before) => (before?.of === rotationId && before.text === text ? before : { of: rotationId, text }));
    };
    return keepAsking(rotationId, tell);
  }, [rotationId]);
  return useMemo(
    () => (told?.of === rotationId ? (JSON.parse(told.text) as Plan) : { type: "asking" }),
    [told, rotationId],
  );
}

/** Asks the server for its rotations, soon where it does not answer. @returns stop */
function keepAsking(rotationId: string, tell: (plan: Plan) => void): () => void {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async (): Promise<void> => {
    const rotations = await readRotations();
    if (stopped) return;
    timer = setTimeout(() => void ask(), rotations === null ? ASK_AGAIN_AFTER_MS : ASK_ANEW_EVERY_MS);
    if (rotations === null) return;
    const rotation = rotations.find(({ id }) => id === rotationId);
    if (rotation === undefined) tell({ type: "no-rotation", rotationId });
    else tell({ type: "boards", plan: planOf(rotation.boardIds, rotation.everyMs) });
  };
  void ask();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

/** @returns null: the server cannot be asked now */
async function readRotations(): Promise<Rotations | null> {
  try {
    const answer = await fetch("/api/v1/boards", { cache: "no-store" });
    if (!answer.ok) return null;
    const { rotations } = (await answer.json()) as { readonly rotations?: Rotations };
    return rotations ?? [];
  } catch {
    return null;
  }
}
