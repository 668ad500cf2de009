"use client";

import { type JSX, useSyncExternalStore } from "react";
import type { BoardId } from "../../lib/vocabulary";
import { NO_SUCH_BOARD } from "../../lib/wire/protocol";
import { stateOf, useBoardStore } from "../board/board-store";
import { useReloadWhenTold } from "../board/use-display-words";
import { useReloadWhenQuiet } from "../board/use-reload-when-quiet";
import { useNow } from "../shared/time/use-now";
import { useWallWords, WALL_SPEECH } from "../shared/speech/use-wall-words";
import { useMe } from "../access/me-store";
import { useAskEvery } from "../access/use-ask-every";
import { WallDoor } from "./gate/wall-door";
import { wallGateOf } from "./gate/wall-gate-of";
import { lookFromAddress } from "./frame/look-from-address";
import { ShownBoard } from "./shown-board";
import { TvFrame } from "./tv/tv-frame";
import { type Plan, usePlan } from "./tv/use-plan";
import { useRotation } from "./tv/use-rotation";
import { useLazily } from "../shared/page/use-lazily";
import { Speaks } from "../shared/speech/speaks";
import { useScreenWords } from "../shared/speech/use-screen-words";
import { useViews } from "./tv/use-views";
import { WallMessage } from "./wall-message";
import { refusalWords } from "./words/refusal-words";

const NO_BOARDS: readonly BoardId[] = [];

/** Its token is renewed as it asks, and what it is to show may be another. */
const ASK_WHO_EVERY_MS = 300_000;

const never = (): (() => void) => () => undefined;
/** Only displays are asked their name. */
const loadIdentify = (): Promise<typeof import("./tv/identify")> => import("./tv/identify");
const searchNow = (): string => globalThis.location.search;

/** What hangs on the wall for whoever opens it: a display's own screen, what the address says, or why there is nothing. */
export function Wall(): JSX.Element {
  const gate = wallGateOf(
    useMe(),
    useSyncExternalStore(never, searchNow, () => ""),
  );
  return gate.kind === "boards" ? <WallOfBoards screenId={gate.screenId} /> : <WallDoor gate={gate} />;
}

/**
 * The wall of `?board=ID`, or of several boards that take turns, for as long as it hangs there.
 * @param screenId of a display, which shows nothing else; null: of a person, who says what in the address
 */
function WallOfBoards({ screenId }: { readonly screenId: BoardId | null }): JSX.Element {
  const plan = usePlan(screenId);
  const identify = useLazily(screenId !== null, loadIdentify);
  const now = useNow();
  const several = plan?.type === "boards" ? plan.plan : null;
  const views = useViews(several?.boardIds ?? NO_BOARDS, now);
  const aheadMs = views.reduce<number | null>((known, { state }) => known ?? state.aheadMs, null) ?? 0;
  const rotation = useRotation(several?.everyMs ?? 1, views, (now?.wallMs ?? 0) + aheadMs);
  useReloadWhenQuiet();
  useReloadWhenTold();
  useAskEvery(screenId === null ? null : ASK_WHO_EVERY_MS);
  const lookedAt = (rotation.shown ?? views[0])?.boardId ?? null;
  // Not the view's, which is of the last second: a board must not begin in another's colours.
  const configured = useBoardStore((store) => stateOf(store, lookedAt).snapshot?.look);
  const look = configured === undefined ? null : lookFromAddress(configured, globalThis.location.search);
  const theme = look?.theme ?? "dark";
  const words = useScreenWords(WALL_SPEECH, look?.language ?? null);
  return (
    <Speaks speech={WALL_SPEECH} words={words}>
      <TvFrame theme={theme} rotation={rotation} now={now}>
        {(strip) => (
          <>
            {rotation.shown === null ? (
              <NoBoard plan={plan} refused={rotation.leftOut[0]?.boardId ?? null} />
            ) : (
              <ShownBoard boardId={rotation.shown.boardId} theme={theme} strip={strip} />
            )}
            {identify === null ? null : <identify.Identify />}
          </>
        )}
      </TvFrame>
    </Speaks>
  );
}

function NoBoard({ plan, refused }: { readonly plan: Plan | null; readonly refused: BoardId | null }): JSX.Element {
  const words = useWallWords();
  const { wall } = words;
  if (plan?.type === "no-rotation") return <WallMessage title={wall.tv.noRotation(plan.rotationId)} />;
  if (plan?.type === "no-screen") return <WallMessage title={wall.gate.chooseAnother} />;
  if (refused === null) return <WallMessage title={wall.connecting} />;
  return <WallMessage title={refusalWords(refused, NO_SUCH_BOARD, words)} />;
}
