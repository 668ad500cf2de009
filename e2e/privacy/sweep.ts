import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import Database from "libsql";
import { io, type Socket } from "socket.io-client";
import type { ContactLine, ContactsPage } from "../../lib/desk/contact-types";
import type { Browser } from "../../server/http/testing/browser";
import { until } from "../harness";
import { canariesIn } from "./canaries";

/** All that can be asked for without changing anything, and more that leads nowhere. */
const ASKED = [
  "/",
  "/wall",
  "/supervise",
  "/sign-in",
  "/settings/displays",
  "/settings/audit-trail",
  "/healthz",
  "/readyz",
  "/metrics",
  "/api/v1/me",
  "/api/v1/boards",
  "/api/v1/boards/main/snapshot",
  "/api/v1/boards/sales/snapshot",
  "/api/v1/boards/nowhere/snapshot",
  "/api/v1/boards/main/desk",
  "/api/v1/boards/main/desk?queue=support",
  "/api/v1/boards/main/desk?queue=nowhere",
  ...["offered", "answered", "abandoned", "overflowed", "refused", "missed", "serviceLevel", "outOfHours"].map(
    (figure) => `/api/v1/contacts?board=main&figure=${figure}&limit=500`,
  ),
  "/api/v1/contacts?board=main&figure=nothing",
  "/api/v1/contacts",
  "/api/v1/displays",
  "/api/v1/accounts",
  "/api/v1/tokens",
  "/api/v1/audit-trail",
  "/api/v1/audit-trail/export",
  "/api/v1/nothing",
] as const;

/** What somebody is answered, to everything. */
export async function sweepAnswers(who: string, browser: Browser): Promise<readonly string[]> {
  const found: string[] = [];
  const take = (what: string, answer: { readonly headers: Headers; readonly text: string }): void => {
    found.push(...canariesIn(`${who}: ${what}`, `${[...answer.headers].join("\n")}\n\n${answer.text}`));
  };
  for (const asked of ASKED) take(`GET ${asked}`, await browser.get(asked));
  const wrong = { board: "main", key: "no such contact" };
  for (const body of [undefined, {}, [], wrong]) {
    take("POST number", await browser.post("/api/v1/contacts/number", body));
  }
  return found;
}

/** Everybody behind the day's figures, as this one is told of them. */
export async function contactsSeenBy(browser: Browser): Promise<readonly ContactLine[]> {
  const lines = new Map<string, ContactLine>();
  for (const figure of ["offered", "refused"]) {
    const { status, json } = await browser.get(`/api/v1/contacts?board=main&figure=${figure}&limit=500`);
    if (status !== 200) throw new Error(`no contacts: ${status}`);
    for (const line of (json as ContactsPage).contacts) lines.set(line.key, line);
  }
  return [...lines.values()];
}

/** Everything that comes over a socket, as it came; null: it was not let in. */
export type Wire = { readonly frames: () => string; readonly close: () => void };

export async function listenIn(port: number, browser: Browser): Promise<Wire | null> {
  const frames: string[] = [];
  const socket: Socket = io(`http://127.0.0.1:${port}`, {
    transports: ["websocket"],
    reconnection: false,
    forceNew: true,
    extraHeaders: { origin: `http://127.0.0.1:${port}`, ...browser.socketHeaders() },
  });
  socket.io.on("open", () => socket.io.engine.on("packet", (packet) => frames.push(JSON.stringify(packet))));
  const isIn = await new Promise<boolean>((resolve) => {
    socket.once("connect", () => resolve(true));
    socket.once("connect_error", () => resolve(false));
  });
  if (!isIn) return null;
  for (const board of ["main", "sales", "nowhere"]) {
    const answer: unknown = await new Promise((resolve) => socket.emit("board:watch", board, null, resolve));
    frames.push(JSON.stringify(answer));
  }
  return { frames: () => frames.join("\n"), close: () => socket.close() };
}

/** The bytes of all files of a folder, by name. */
export function filesIn(folder: string): ReadonlyMap<string, Buffer> {
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name))]));
}

export const sweepFiles = (folder: string): readonly string[] =>
  [...filesIn(folder)].flatMap(([name, bytes]) => canariesIn(name, bytes));

/** A copy of each database, as a backup makes it. */
export function backUp(from: string, to: string): void {
  for (const name of readdirSync(from).filter((each) => each.endsWith(".db"))) {
    const db = new Database(path.join(from, name));
    db.exec(`VACUUM INTO '${path.join(to, name)}'`);
    db.close();
  }
}

/** What is sealed in the vault, each as it lies there. */
export function sealedIn(dataDir: string): readonly Buffer[] {
  const db = new Database(path.join(dataDir, "callers.db"), { readonly: true });
  const rows = db.prepare("SELECT number, digest, ending FROM callers WHERE holds <> '-'").raw().all() as Buffer[][];
  db.close();
  return rows.flat().map((bytes) => Buffer.from(bytes));
}

/** How many of these lie anywhere in a folder's files, by a piece of each. */
export function stillIn(folder: string, sealed: readonly Buffer[]): number {
  const disk = Buffer.concat([...filesIn(folder).values()]);
  const lies = (piece: Buffer): boolean => disk.indexOf(piece) >= 0;
  return sealed.filter((bytes) => lies(bytes.subarray(0, 12)) || lies(bytes.subarray(-12))).length;
}

/** The whole numbers of everybody this one may ask about. @returns by the end that lists show; null: not told */
export async function revealAll(
  browser: Browser,
): Promise<readonly { readonly status: number; readonly number: string }[]> {
  const told: { status: number; number: string }[] = [];
  for (const { key } of await contactsSeenBy(browser)) {
    const { status, json } = await browser.post("/api/v1/contacts/number", { board: "main", key });
    told.push({ status, number: status === 200 ? (json as { number: string }).number : "" });
  }
  return told;
}

export const settled = (browser: Browser, contacts: number): Promise<true> =>
  until(`${contacts} contacts are told`, async () =>
    (await contactsSeenBy(browser)).length >= contacts ? true : null,
  );
