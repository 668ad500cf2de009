import path from "node:path";
import { pathToFileURL } from "node:url";
import type { AgentState } from "../../../lib/events";
import { RUN, tool } from "../outside";

/** A message of the recording as the independent model takes it. */
export type ModelMessage = { readonly atMs: number; readonly text: string; readonly event: string };
export type ModelPart = {
  readonly connectedMs: number;
  readonly live: readonly ModelMessage[];
  readonly snapshot: readonly ModelMessage[];
};
export type MemberRow = Readonly<Record<"Queue" | "Name" | "Location" | "Status" | "Paused" | "InCall", string>>;
type EntryRow = { readonly Queue: string; readonly Uniqueid: string; readonly joinedMs: number };

/** Another's model of an Asterisk, kept by the same messages. */
export type Model = {
  readonly members: ReadonlyMap<string, MemberRow>;
  readonly entries: ReadonlyMap<string, EntryRow>;
  readonly seed: (snapshot: readonly ModelMessage[], atMs: number) => void;
  readonly apply: (message: ModelMessage) => void;
};

const load = (name: string): Promise<unknown> => import(pathToFileURL(tool(name)).href);

export async function openModel(): Promise<{ readonly model: Model; readonly parts: readonly ModelPart[] }> {
  const { AmiModel } = (await load("ami-model.mjs")) as { readonly AmiModel: new () => Model };
  const { loadCapture } = (await load("ami-capture.mjs")) as {
    readonly loadCapture: (folder: string) => readonly ModelPart[];
  };
  return { model: new AmiModel(), parts: loadCapture(path.resolve(RUN)) };
}

const IN_USE = new Set(["2", "3", "7", "8"]);
const AWAY = new Set(["4", "5"]);

/**
 * What a board should say of an agent in a queue: a call, of any of his queues or his own, comes before ringing, that
 * before a pause, that before a telephone that is away.
 */
export function stateOfMember(row: MemberRow, isInCallAnywhere: boolean): AgentState {
  if (isInCallAnywhere || IN_USE.has(row.Status)) return "on-contact";
  if (row.Status === "6") return "ringing";
  if (row.Paused === "1") return "paused";
  if (AWAY.has(row.Status)) return "logged-out";
  return row.Status === "0" ? "not-reported" : "available";
}

/** Agent in queue → state. */
export function statesOf({ members }: Pick<Model, "members">): ReadonlyMap<string, AgentState> {
  const rows = [...members.values()];
  const inCall = new Set(rows.filter(({ InCall }) => InCall === "1").map(({ Location }) => Location));
  return new Map(rows.map((row) => [`${row.Location} in ${row.Queue}`, stateOfMember(row, inCall.has(row.Location))]));
}

/** Caller in queue → since when, epoch ms. */
export const waitingOf = (model: Model): ReadonlyMap<string, number> =>
  new Map([...model.entries.values()].map(({ Queue, Uniqueid, joinedMs }) => [`${Uniqueid} in ${Queue}`, joinedMs]));
