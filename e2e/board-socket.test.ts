import { afterEach, expect, test } from "vitest";
import { followBoard } from "../components/board/board-socket";
import type { BoardState } from "../components/board/board-state";
import { stateOf, useBoardStore } from "../components/board/board-store";
import type { Following } from "../components/board/followers";
import { boardId, MAIN_BOARD, type BoardId } from "../lib/vocabulary";
import { sleep, type Started, startBroadcaster, until } from "../server/publish/testing/harness";

const sales = boardId("sales");
let server: Started | null = null;
const followings: Following[] = [];

async function started(): Promise<Started> {
  server = await startBroadcaster();
  return server;
}
function follow({ port }: Started, id: BoardId): Following {
  const following = followBoard(id, "laptop", `http://127.0.0.1:${port}`);
  followings.push(following);
  return following;
}
const board = (id: BoardId): BoardState => stateOf(useBoardStore.getState(), id);

afterEach(async () => {
  for (const following of followings.splice(0)) following.stop();
  await server?.stop();
  server = null;
});

test("two boards are followed side by side, and one that is left is forgotten", async () => {
  const rooms = await started();
  follow(rooms, MAIN_BOARD);
  const left = follow(rooms, sales);
  await until(() => board(MAIN_BOARD).snapshot !== null && board(sales).snapshot !== null);
  rooms.feed.callerMore();
  await until(() => [MAIN_BOARD, sales].every((id) => board(id).snapshot?.revision.number === 2));
  left.stop();
  expect(board(sales).snapshot).toBeNull();
  await until(() => rooms.broadcaster.screens().watching === 1);
  rooms.feed.callerMore();
  await until(() => board(MAIN_BOARD).snapshot?.revision.number === 3);
});

test("a screen refused for asking too often keeps its board, and asks again by itself", async () => {
  const rooms = await started();
  const following = follow(rooms, MAIN_BOARD);
  await until(() => board(MAIN_BOARD).snapshot !== null);
  // Each change of pace asks anew: more often than the server answers.
  for (let i = 0; i < 12; i += 1) following.setPace(i % 2 === 0 ? "tv" : "laptop");
  await sleep(300);
  expect(board(MAIN_BOARD)).toMatchObject({ problem: null, snapshot: { boardId: "main" } });
  rooms.feed.callerMore();
  await until(() => board(MAIN_BOARD).snapshot?.revision.number === 2);
  await sleep(1_500);
  rooms.feed.callerMore();
  await until(() => board(MAIN_BOARD).snapshot?.revision.number === 3);
});

test("a board that is not there is said not to be there, however often it is asked for", async () => {
  const rooms = await started();
  const following = follow(rooms, boardId("not there"));
  await until(() => board(boardId("not there")).problem !== null);
  expect(board(boardId("not there")).problem).toBe("there is no such board");
  for (let i = 0; i < 12; i += 1) following.setPace(i % 2 === 0 ? "tv" : "laptop");
  await sleep(1_800);
  // Asked again, it was told the same, and not that it asked too often.
  expect(board(boardId("not there")).problem).toBe("there is no such board");
});
