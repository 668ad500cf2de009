"use client";

import type { JSX } from "react";
import { boardId as toBoardId, MAIN_BOARD } from "../../lib/vocabulary";
import { useBoard } from "../board/use-board";
import { useReloadWhenQuiet } from "../board/use-reload-when-quiet";
import { useNow } from "../shared/use-now";
import { useQuery } from "../shared/use-query";
import { freshnessOf } from "./frame/freshness";
import { WallBoard } from "./wall-board";
import { WallMessage } from "./wall-message";
import { refusalWords } from "./words/refusal-words";

/** The wall of `?board=ID`, followed for as long as it hangs there. */
export function Wall(): JSX.Element {
  const boardId = useQuery("board", MAIN_BOARD);
  const theme = useQuery("theme", "dark") === "light" ? "light" : "dark";
  const board = useBoard(boardId === null ? null : toBoardId(boardId), "tv");
  const now = useNow();
  useReloadWhenQuiet();
  if (board.problem !== null) return <WallMessage title={refusalWords(boardId ?? MAIN_BOARD, board.problem)} />;
  const freshness = now === null ? null : freshnessOf(board, now);
  if (now === null || freshness === null || board.snapshot === null || board.aheadMs === null)
    return <WallMessage title={board.connection === "lost" ? "The server cannot be reached" : "Connecting"} />;
  return <WallBoard theme={theme} snapshot={board.snapshot} freshness={freshness} nowMs={now.wallMs + board.aheadMs} />;
}
