import { type JSX, memo } from "react";
import type { BoardId } from "../../lib/vocabulary";
import { useBoard } from "../board/use-board";
import { useNow } from "../shared/use-now";
import { useWords } from "../shared/use-words";
import { freshnessOf } from "./frame/freshness";
import { type Theme, WallBoard } from "./wall-board";
import { WallMessage } from "./wall-message";
import { refusalWords } from "./words/refusal-words";

type Props = { readonly boardId: BoardId; readonly theme: Theme };

/** One board on the wall, drawn when it changes and with every second. */
export const ShownBoard = memo(function ShownBoard({ boardId, theme }: Props): JSX.Element {
  const { wall } = useWords();
  const { snapshot, problem, connection, aheadMs, heardAt } = useBoard(boardId, "tv");
  const now = useNow();
  if (problem !== null) return <WallMessage title={refusalWords(boardId, problem)} />;
  const freshness = now === null ? null : freshnessOf({ snapshot, aheadMs, heardAt }, now);
  if (now === null || freshness === null || snapshot === null || aheadMs === null)
    return <WallMessage title={connection === "lost" ? wall.noServer : wall.connecting} />;
  return <WallBoard theme={theme} snapshot={snapshot} freshness={freshness} nowMs={now.wallMs + aheadMs} />;
});
