import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Server } from "socket.io";
import type { Me } from "../../lib/access/access-types";
import type { BoardSnapshot } from "../../lib/metrics/snapshot-types";
import { diffSnapshots } from "../../lib/wire/delta";
import { BEAT_EVERY_MS, PROTOCOL_VERSION, SOCKET_PATH } from "../../lib/wire/protocol";
import { DEMO } from "../../server/access/principal";
import { rightsOf } from "../../server/access/rights";
import { jsonReply, writeReply } from "../../server/http/reply";
import { createStaticFiles } from "../../server/http/pages/static-files";
import { ROOT } from "../harness";

/** Sends a wall more updates than any server of ours would: each board after the other, none merged. */
export type Flood = {
  readonly url: string;
  /** Sends so many updates, `perSecond`, alternating between the two boards. */
  readonly send: (updates: number, perSecond: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

const SENT_AT_ONCE = 5;
/** Nobody needs to sign in to look at it. */
const ME: Me = { kind: "demo", siteName: "Large", rights: rightsOf(DEMO) };

export async function startFlood(one: BoardSnapshot, other: BoardSnapshot): Promise<Flood> {
  const files = createStaticFiles(path.join(ROOT, "out"));
  const httpServer = createServer((request, response) => {
    const asked = (request.url ?? "").split("?")[0] ?? "";
    const answer = async (): Promise<void> =>
      writeReply(response, asked === "/api/v1/me" ? jsonReply(200, ME) : await files(asked, request));
    if (!request.url?.startsWith(SOCKET_PATH)) void answer();
  });
  const io = new Server(httpServer, { path: SOCKET_PATH, transports: ["websocket"] });
  let number = 1;
  const board = (): BoardSnapshot => ({
    ...(number % 2 === 0 ? other : one),
    boardId: one.boardId,
    revision: { epoch: "flood", number },
  });
  io.on("connection", (socket) => {
    socket.on("board:watch", (...args: unknown[]) => {
      const answer = args.at(-1) as (answer: unknown) => void;
      answer({ ok: true, current: false });
      socket.emit("board:message", board());
    });
  });
  const beating = setInterval(() => {
    const { revision } = board();
    io.emit("board:beat", { revision, serverTimeMs: Date.now(), protocol: PROTOCOL_VERSION, build: "flood" });
  }, BEAT_EVERY_MS);
  await new Promise<void>((resolve) => httpServer.listen(0, "127.0.0.1", resolve));
  const { port } = httpServer.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    send: async (updates, perSecond) => {
      for (let sent = 0; sent < updates; sent += 1) {
        const before = board();
        number += 1;
        io.emit("board:message", diffSnapshots(before, board()));
        if (sent % SENT_AT_ONCE === 0) await delay((SENT_AT_ONCE * 1_000) / perSecond);
      }
    },
    close: async () => {
      clearInterval(beating);
      await io.close();
    },
  };
}
