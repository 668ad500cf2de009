import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { BoardId } from "../../../lib/vocabulary";
import { noteStatus } from "../../access/ask";
import { planOf, type WantedPlan, wantedPlan } from "./read-plan";
import type { RotationPlan } from "./rotation";

const ASK_AGAIN_AFTER_MS = 5_000;
/** A screen that hangs for months follows a configuration that changes. */
const ASK_ANEW_EVERY_MS = 60_000;

/** What this wall is to show. `asking`: a rotation whose boards are not known yet. */
export type Plan =
  | { readonly type: "boards"; readonly plan: RotationPlan }
  | { readonly type: "asking" }
  | { readonly type: "no-rotation"; readonly rotationId: string }
  /** A display's board or rotation that is not there. */
  | { readonly type: "no-screen" };

/** What only the server knows the boards of. */
type Configured =
  Extract<WantedPlan, { readonly type: "rotation" }> | { readonly type: "screen"; readonly id: BoardId };
type Site = {
  readonly boards: readonly { readonly id: BoardId }[];
  readonly rotations: readonly {
    readonly id: string;
    readonly boardIds: readonly BoardId[];
    readonly everyMs: number;
  }[];
};

const ASKING: Plan = { type: "asking" };

const subscribe = (listener: () => void): (() => void) => {
  globalThis.addEventListener("popstate", listener);
  return () => globalThis.removeEventListener("popstate", listener);
};

/**
 * What this wall is to show; null: not in a browser yet.
 * @param screenId a display's own board or rotation, whatever the address says; null: what the address says
 */
export function usePlan(screenId: BoardId | null): Plan | null {
  const search = useSyncExternalStore(
    subscribe,
    () => globalThis.location.search,
    () => null,
  );
  const wanted = useMemo(() => (search === null ? null : wantedPlan(search)), [search]);
  const fromAddress = wanted?.type === "rotation" ? wanted : null;
  const configured = useConfigured(screenId === null ? fromAddress : { type: "screen", id: screenId });
  return screenId === null && (wanted === null || wanted.type === "boards") ? wanted : configured;
}

/** A rotation or a display's screen as the server has it configured, now and later. */
function useConfigured(what: Configured | null): Plan {
  const asked = what === null ? null : JSON.stringify(what);
  const [told, setTold] = useState<{ readonly of: string; readonly text: string } | null>(null);
  useEffect(() => {
    if (asked === null) return;
    const tell = (plan: Plan): void => {
      const text = JSON.stringify(plan);
      setTold((before) => (before?.of === asked && before.text === text ? before : { of: asked, text }));
    };
    return keepAsking(JSON.parse(asked) as Configured, tell);
  }, [asked]);
  return useMemo(() => (told?.of === asked && told !== null ? (JSON.parse(told.text) as Plan) : ASKING), [told, asked]);
}

/** Asks the server for its boards and rotations, soon where it does not answer. @returns stop */
function keepAsking(what: Configured, tell: (plan: Plan) => void): () => void {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async (): Promise<void> => {
    const site = await readBoards();
    if (stopped) return;
    timer = setTimeout(() => void ask(), site === null ? ASK_AGAIN_AFTER_MS : ASK_ANEW_EVERY_MS);
    if (site !== null) tell(planIn(site, what));
  };
  void ask();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

/** A display's screen is a board before it is a rotation, as the server has it. */
function planIn({ boards, rotations }: Site, what: Configured): Plan {
  const id = what.type === "screen" ? what.id : what.rotationId;
  if (what.type === "screen" && boards.some((board) => board.id === id))
    return { type: "boards", plan: planOf([id], ASK_ANEW_EVERY_MS) };
  const rotation = rotations.find((each) => each.id === id);
  if (rotation !== undefined) return { type: "boards", plan: planOf(rotation.boardIds, rotation.everyMs) };
  return what.type === "screen" ? { type: "no-screen" } : { type: "no-rotation", rotationId: id };
}

/** @returns null: the server cannot be asked now */
async function readBoards(): Promise<Site | null> {
  try {
    const answer = await fetch("/api/v1/boards", { cache: "no-store" });
    noteStatus(answer.status);
    if (!answer.ok) return null;
    const { boards, rotations } = (await answer.json()) as Partial<Site>;
    return { boards: boards ?? [], rotations: rotations ?? [] };
  } catch {
    return null;
  }
}
