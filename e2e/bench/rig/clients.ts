/**
 * Many light screens in a process of their own, speaking Socket.IO's frames over bare WebSockets:
 * `clients.ts URL N pickup|naive tv|laptop`. Each notes when which revision came; the first also reads every message
 * and so knows from which revision on a queue shows its n-th visit. Driven over IPC (see screens.ts). BENCH_TOKEN is
 * what they connect with.
 */
import { createRequire } from "node:module";
import path from "node:path";
import type { BoardSnapshot } from "../../../lib/metrics/snapshot-types";
import { applyDelta } from "../../../lib/wire/delta";
import type { BoardMessage } from "../../../lib/wire/protocol";
import { nowMs, quantiles } from "../measure";
import type { Asked, Rise, Told } from "./screens";

type Socket = {
  readonly on: (event: "message" | "error", listener: (data: Buffer) => void) => void;
  readonly send: (text: string) => void;
};
type Headers = Readonly<Record<string, string>>;
type WebSocketClass = new (
  url: string,
  options: { readonly perMessageDeflate: false; readonly headers: Headers },
) => Socket;
const fromBaselines = createRequire(path.join(process.env["MODULES"] ?? "", "x.js"));
const WebSocket = fromBaselines("ws") as WebSocketClass;

const [url = "", count = "1", kind = "pickup", pace = "tv"] = process.argv.slice(2);
const token = process.env["BENCH_TOKEN"] ?? "";
const headers: Headers = token === "" ? {} : { authorization: `Bearer ${token}` };
const watch = `420["board:watch","main",null,"${pace}"]`;

let bytes = 0;
let messages = 0;
/** By client: revision, instant, revision, instant… */
let arrivals: number[][] = [];
/** By queue: the revision from which on it shows its n-th visit. */
const shownFrom = new Map<string, Map<number, number>>();
const offeredNow = new Map<string, number>();
let held: BoardSnapshot | null = null;

const REVISION = kind === "naive" ? /"seq":(\d+)/ : /"revision":\{"epoch":"[^"]*","number":(\d+)\}/;
const [OPEN, PING, MESSAGE, CONNECTED, EVENT] = [0x30, 0x32, 0x34, 0x30, 0x32];

function receive(client: number, data: Buffer, atMs: number): void {
  bytes += data.length;
  messages += 1;
  const head = data.toString("latin1", 0, 300);
  if (head.startsWith('42["board:beat"')) return;
  const revision = Number(REVISION.exec(head)?.[1]);
  if (Number.isNaN(revision)) return;
  (arrivals[client] ??= []).push(revision, atMs);
  if (client === 0) note(revision, data);
}

function note(revision: number, data: Buffer): void {
  const [, body] = JSON.parse(data.toString("utf8", data.indexOf("["))) as [string, unknown];
  for (const [queue, offered] of kind === "naive" ? naiveCounts(body as NaiveState) : ourCounts(body as BoardMessage)) {
    const shown = shownFrom.get(queue) ?? new Map<number, number>();
    shownFrom.set(queue, shown);
    for (let n = (offeredNow.get(queue) ?? 0) + 1; n <= offered; n += 1) shown.set(n, revision);
    offeredNow.set(queue, offered);
  }
}

type NaiveState = { readonly queues: Readonly<Record<string, { readonly offered: number }>> };
type Counts = readonly (readonly [queue: string, offered: number])[];

const naiveCounts = ({ queues }: NaiveState): Counts =>
  Object.entries(queues).map(([queue, { offered }]) => [queue, offered] as const);

function ourCounts(message: BoardMessage): Counts {
  if (message.type === "snapshot") held = message;
  else if (held !== null) {
    const result = applyDelta(held, message);
    if (result.type === "gap") throw new Error("a delta does not follow from what came before");
    held = result.snapshot;
  }
  return (held?.queues ?? []).map(({ queueId, today }) => [queueId, today.offered] as const);
}

const connect = (client: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { perMessageDeflate: false, headers });
    socket.on("error", () => reject(new Error(`client ${client} cannot connect`)));
    socket.on("message", (data) => {
      const atMs = nowMs();
      const [engine, packet] = data;
      if (engine === OPEN) socket.send("40");
      else if (engine === PING) socket.send("3");
      else if (engine === MESSAGE && packet === CONNECTED) {
        if (kind === "pickup") socket.send(watch);
        resolve();
      } else if (engine === MESSAGE && packet === EVENT) receive(client, data, atMs);
    });
  });

/** For every join and client: until the first message that shows it, or anything later, was there. */
function latenciesOf(rises: readonly Rise[], base: Readonly<Record<string, number>>): number[] {
  const seen = { ...base };
  const latencies: number[] = [];
  for (const { queue, atMs, isJoin } of rises) {
    const n = (seen[queue] ?? 0) + 1;
    seen[queue] = n;
    const revision = shownFrom.get(queue)?.get(n);
    if (revision === undefined || !isJoin) continue;
    for (const own of arrivals) {
      for (let at = 0; at < own.length; at += 2) {
        if ((own[at] ?? 0) < revision) continue;
        latencies.push((own[at + 1] ?? Number.NaN) - atMs);
        break;
      }
    }
  }
  return latencies;
}

const tell = (told: Told): void => void process.send?.(told);

process.on("message", (asked: Asked) => {
  if (asked.ask === "reset") {
    bytes = 0;
    messages = 0;
    arrivals = [];
    tell({ tell: "reset", base: Object.fromEntries(offeredNow) });
  } else {
    const latencies = latenciesOf(asked.rises, asked.base);
    tell({ tell: "report", bytes, messages, latencyMs: quantiles(latencies) });
  }
});

const AT_ONCE = 50;
for (let from = 0; from < Number(count); from += AT_ONCE) {
  const together = Math.min(AT_ONCE, Number(count) - from);
  await Promise.all(Array.from({ length: together }, (_, n) => connect(from + n)));
}
tell({ tell: "ready" });
