import { once } from "node:events";
import { connect } from "node:net";
import type { AgentState } from "../../../lib/events";
import { type MemberRow, statesOf } from "./truth";

/** How an Asterisk stands by its own word. */
export type Standing = {
  readonly waiting: ReadonlyMap<string, number>;
  /** Agents by queue and state: "sales on-contact" → 3. */
  readonly agents: ReadonlyMap<string, number>;
};

const LOGIN = "Action: Login\r\nUsername: wallboard\r\nSecret: secret\r\nEvents: off\r\n\r\n";

/** Asks a stub for its queues over a connection of its own. */
export async function askAsterisk(port: number): Promise<Standing> {
  const socket = connect(port, "127.0.0.1");
  socket.end(`${LOGIN}Action: QueueStatus\r\n\r\nAction: Logoff\r\n\r\n`);
  let text = "";
  socket.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  await once(socket, "close");
  const rows = text.split("\r\n\r\n").map(fieldsOf);
  const waiting = new Map<string, number>();
  const members = new Map<string, MemberRow>();
  for (const row of rows) {
    const queue = row.Queue ?? "";
    if (row.Event === "QueueParams") waiting.set(queue, Number(row.Calls));
    if (row.Event === "QueueMember") members.set(`${queue} ${row.Location ?? ""}`, row as MemberRow);
  }
  return { waiting, agents: countByQueue(statesOf({ members })) };
}

type Row = Partial<Record<"Event" | "Calls" | keyof MemberRow, string>>;

function fieldsOf(message: string): Row {
  const pairs = message.split("\r\n").map((line) => line.split(": ", 2) as [string, string]);
  return Object.fromEntries(pairs);
}

function countByQueue(states: ReadonlyMap<string, AgentState>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [key, state] of states) {
    const group = `${key.slice(key.lastIndexOf(" ") + 1)} ${state}`;
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return counts;
}
