import { afterEach, expect, test } from "vitest";
import { followBoard } from "../components/board/board-socket";
import type { BoardState } from "../components/board/board-state";
import { stateOf, useBoardStore } from "../components/board/board-store";
import { type DisplayWord, onDisplayWord } from "../components/board/display-words";
import type { Following } from "../components/board/followers";
import { onRefused } from "../components/board/refusals";
import { boardId, MAIN_BOARD, type BoardId } from "../lib/vocabulary";
import { NOBODY, type Principal } from "../server/access/principal";
import { createFakeAccess, type FakeAccess } from "../server/publish/testing/fake-access";
import { sleep, type Started, startBroadcaster, until } from "../server/publish/testing/harness";

const sales = boardId("sales");
let server: Started | null = null;
const followings: Following[] = [];
const leaving: (() => void)[] = [];

async function started(): Promise<Started> {
  server = await startBroadcaster();
  return server;
}
function follow({ port }: Pick<Started, "port">, id: BoardId): Following {
  const following = followBoard(id, "laptop", `http://127.0.0.1:${port}`);
  followings.push(following);
  return following;
}
const board = (id: BoardId): BoardState => stateOf(useBoardStore.getState(), id);

afterEach(async () => {
  for (const following of followings.splice(0)) following.stop();
  for (const leave of leaving.splice(0)) leave();
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

/** A television, whose requests here come from no page: they pass as those of scripts do. */
async function startedFor(access: FakeAccess): Promise<Started> {
  server = await startBroadcaster({ access, whoAsks: (request) => ({ ...access.whoAsks(request), byToken: true }) });
  return server;
}
const TV: Principal = { kind: "display", displayId: "d1", name: "Hall", screenId: MAIN_BOARD };

test("[AC44] a screen whose display was let go says that it may be somebody else, and shows boards again once it is let in", async () => {
  const access = createFakeAccess(TV);
  const { broadcaster, port } = await startedFor(access);
  let refused = 0;
  leaving.push(onRefused(() => (refused += 1)));
  follow({ port }, MAIN_BOARD);
  await until(() => board(MAIN_BOARD).snapshot !== null);
  expect(refused).toBe(0);
  access.becomes(NOBODY);
  await until(() => refused > 0);
  expect(board(MAIN_BOARD).connection).toBe("lost");
  expect(broadcaster.counters()).toMatchObject({ revoked: 1 });
  access.becomes(TV);
  const told = refused;
  await until(() => board(MAIN_BOARD).connection === "connected");
  // Whoever it is now, it may show another board than before.
  await until(() => refused > told);
}, 20_000);

test("a display is told its name and to load its page anew, over each of its connections", async () => {
  const access = createFakeAccess(TV);
  const { broadcaster, port } = await startedFor(access);
  const words: DisplayWord[] = [];
  leaving.push(onDisplayWord((word) => words.push(word)));
  follow({ port }, MAIN_BOARD);
  await until(() => board(MAIN_BOARD).snapshot !== null);
  expect(broadcaster.toDisplay("d1", { kind: "identify", name: "Hall", forMs: 10_000 })).toBe(1);
  expect(broadcaster.toDisplay("d1", { kind: "reload" })).toBe(1);
  expect(broadcaster.toDisplay("d2", { kind: "reload" })).toBe(0);
  await until(() => words.length === 2);
  expect(words).toEqual([{ kind: "identify", name: "Hall", forMs: 10_000 }, { kind: "reload" }]);
});
