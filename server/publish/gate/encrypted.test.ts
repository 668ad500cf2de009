import { once } from "node:events";
import { createServer } from "node:https";
import { connect } from "node:tls";
import { afterEach, expect, test } from "vitest";
import { MAIN_BOARD } from "../../../lib/vocabulary";
import { NOBODY, type Principal } from "../../access/principal";
import { selfSigned } from "../../testing/self-signed";
import { createFakeAccess } from "../testing/fake-access";
import { startBroadcaster, until, type Started } from "../testing/harness";

let started: Started | null = null;
afterEach(async () => {
  await started?.stop();
  started = null;
});

const TV: Principal = { kind: "display", displayId: "d1", name: "Hall", screenId: MAIN_BOARD };
const UPGRADE = [
  "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1",
  "Connection: Upgrade",
  "Upgrade: websocket",
  "Sec-WebSocket-Version: 13",
  "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
];

async function answerTo({ port }: Started, origin: string): Promise<string> {
  const socket = connect({ port, host: "127.0.0.1", rejectUnauthorized: false });
  await once(socket, "secureConnect");
  let text = "";
  socket.on("data", (chunk) => (text += String(chunk)));
  socket.on("error", () => undefined);
  socket.write([...UPGRADE, `Host: localhost:${port}`, `Origin: ${origin}`, "", ""].join("\r\n"));
  await until(() => text.includes("\r\n\r\n") || socket.destroyed);
  socket.destroy();
  return text.split("\r\n", 1)[0] ?? "";
}

test("[AC40] over TLS a refusal arrives whole, and only the encrypted page is our own", async () => {
  const access = createFakeAccess(TV);
  started = await startBroadcaster({
    httpServer: createServer(selfSigned()),
    access,
    whoAsks: (request) => ({ ...access.whoAsks(request), secure: true }),
  });
  const { port } = started;
  expect(await answerTo(started, `https://localhost:${port}`)).toBe("HTTP/1.1 101 Switching Protocols");
  expect(await answerTo(started, `http://localhost:${port}`)).toBe("HTTP/1.1 403 Forbidden");
  access.becomes(NOBODY);
  for (let n = 0; n < 20; n += 1)
    expect(await answerTo(started, `https://localhost:${port}`)).toBe("HTTP/1.1 401 Unauthorized");
});
