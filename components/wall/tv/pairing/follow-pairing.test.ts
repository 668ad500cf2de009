import { describe, expect, it, test } from "vitest";
import type { PairingState, PairingView } from "../../../../lib/access/access-types";
import type { Answer } from "../../../access/ask";
import { followPairing, type Pairing } from "./follow-pairing";
import { codeIn, type KeptCode } from "./kept-code";

const START_MS = 1_000_000;
const MINUTE_MS = 60_000;
const ok = <Value>(value: Value): Answer<Value> => ({ kind: "ok", value });
const refused = (status: number, retryAfterMs: number | null = null): Answer<never> => {
  return { kind: "refused", status, detail: `status ${status}`, problems: [], retryAfterMs, document: {} };
};

type Server = {
  /** When a code was asked for, and when it was asked about, ms from the start. */
  readonly offered: number[];
  readonly claimed: number[];
  readonly told: Pairing[];
  readonly kept: () => KeptCode | null;
  readonly lets: number;
};

/** A screen of which the time is played until `untilMs`, before a server that answers by its own time. */
async function play(
  untilMs: number,
  server: {
    readonly offer?: (atMs: number) => Answer<PairingView>;
    readonly claim?: (atMs: number) => Answer<PairingState>;
    readonly kept?: KeptCode;
  },
): Promise<Server> {
  let atMs = 0;
  let kept = server.kept ?? null;
  const [offered, claimed, told]: [number[], number[], Pairing[]] = [[], [], []];
  let lets = 0;
  await followPairing({
    offer: () => {
      offered.push(atMs);
      const code = `ABCD${String(offered.length).padStart(2, "2")}`;
      return Promise.resolve(server.offer?.(atMs) ?? ok({ code, expiresAtMs: 0 }));
    },
    claim: () => {
      claimed.push(atMs);
      return Promise.resolve(server.claim?.(atMs) ?? ok({ state: "waiting" as const }));
    },
    nowMs: () => START_MS + atMs,
    kept: {
      read: () => kept,
      write: (code) => {
        kept = code;
      },
    },
    pause: (ms) => {
      atMs += ms;
      return Promise.resolve();
    },
    random: () => 0.5,
    tell: (pairing) => told.push(pairing),
    letIn: () => {
      lets += 1;
      return Promise.resolve();
    },
    stopped: () => atMs >= untilMs,
  });
  return { offered, claimed, told, kept: () => kept, lets };
}

const lastTold = ({ told }: Server): Pairing | undefined => told.at(-1);

describe("a screen that wants to be let in", () => {
  it("[AC60] asks for a code once, and every two seconds whether it was entered", async () => {
    const screen = await play(9_000, {});
    expect(screen.offered).toEqual([0]);
    expect(screen.claimed).toEqual([2_000, 4_000, 6_000, 8_000]);
    expect(lastTold(screen)).toMatchObject({ kind: "waiting", code: { code: "ABCD21" }, trouble: null });
  });

  it("[AC60] is told that it was let in, and forgets its code", async () => {
    const screen = await play(7_000, { claim: (atMs) => ok({ state: atMs < 6_000 ? "waiting" : "paired" }) });
    expect(lastTold(screen)).toEqual({ kind: "let-in" });
    expect([screen.lets, screen.kept()]).toEqual([1, null]);
  });

  it("gets another code when the time of one is over, by itself", async () => {
    const screen = await play(11 * MINUTE_MS, {
      claim: (atMs) => ok({ state: atMs === 10 * MINUTE_MS ? "expired" : "waiting" }),
    });
    expect(screen.offered).toEqual([0, 10 * MINUTE_MS]);
    expect(lastTold(screen)).toMatchObject({ code: { code: "ABCD22", goodUntilMs: START_MS + 20 * MINUTE_MS } });
  });

  it("a page that is loaded anew goes on with its code", async () => {
    const kept = { code: "XYZ234", goodUntilMs: START_MS + MINUTE_MS };
    const screen = await play(5_000, { kept });
    expect(screen.offered).toEqual([]);
    expect(lastTold(screen)).toEqual({ kind: "waiting", code: kept, trouble: null });
  });

  it("[AC62] waits as long as it is told to where too many wait for a code", async () => {
    const screen = await play(80_000, { offer: (atMs) => (atMs < 60_000 ? refused(429, 60_000) : ok(CODE)) });
    expect(screen.told[0]).toEqual({ kind: "waiting", code: null, trouble: { kind: "too-many" } });
    expect(screen.offered).toEqual([0, 60_300]);
  });

  it("keeps its code while the server is away, for as long as it can be good", async () => {
    const away = await play(10 * MINUTE_MS, { claim: () => ({ kind: "no-answer" }) });
    expect(lastTold(away)).toMatchObject({ code: { code: "ABCD21" }, trouble: { kind: "no-server" } });
    expect(away.claimed.slice(0, 3)).toEqual([2_000, 7_000, 12_000]);
    const longer = await play(10 * MINUTE_MS + 10_000, { claim: () => refused(503) });
    expect(lastTold(longer)).toEqual({ kind: "waiting", code: null, trouble: { kind: "no-server" } });
  });

  it("says that a browser keeps no cookies instead of asking for ever more codes", async () => {
    const screen = await play(50_000, { claim: () => ok({ state: "expired" }) });
    expect(screen.offered).toEqual([0]);
    expect(lastTold(screen)).toEqual({ kind: "waiting", code: null, trouble: { kind: "no-cookies" } });
  });
});

const CODE: PairingView = { code: "ABCDEF", expiresAtMs: 0 };

test("what was kept is a code only while it can be good", () => {
  const note = `ABCDEF ${START_MS + MINUTE_MS}`;
  expect(codeIn(note, START_MS)).toEqual({ code: "ABCDEF", goodUntilMs: START_MS + MINUTE_MS });
  expect(codeIn(note, START_MS + MINUTE_MS)).toBeNull();
  // The clock was set back by a year.
  expect(codeIn(note, START_MS - 365 * 86_400_000)).toBeNull();
  for (const none of [null, "", "ABCDEF", "ABC0EF 1060000", "ABCDEF soon"]) expect(codeIn(none, START_MS)).toBeNull();
});
