import { describe, expect, it } from "vitest";
import type { Person, RecoveryAct, Revision } from "../../lib/events";
import { advanceTo } from "../../lib/metrics/advance";
import type { MissedRow } from "../../lib/recovery/missed-api";
import { createScenario, instant } from "../../lib/testing/scenario";
import { agentId, callerAlias, type QueueId, queueId } from "../../lib/vocabulary";
import { createMissed } from "./create-missed";
import type { Act } from "./missed";

const ADA: Person = { accountId: "a1", name: "Ada" };
const BEN: Person = { accountId: "b2", name: "Ben" };
const CLOSE: Act = { type: "recovery.closed", result: "no-answer" };
const REOPEN: Act = { type: "recovery.reopened" };

const reader = (me: Person, queueIds: readonly QueueId[] | null = null) =>
  ({ queueIds, me, callers: "nothing" }) as const;

/** A day of calls, and people who act on what was missed. */
function openDay() {
  const scenario = createScenario();
  let number = 0;
  let time = "09:00:00";
  const missed = createMissed({
    fold: scenario.fold,
    revision: (): Revision => ({ epoch: "e", number: (number += 1) }),
    vault: { endOf: () => "4711" },
    settings: { callLink: null, recordingLink: null },
    keep: (_key, act: RecoveryAct) => {
      scenario.at(time).told(act);
      return Promise.resolve({ kind: "kept", accepted: 1, duplicates: 0 });
    },
  });
  const rows = (list: "open" | "ended"): readonly MissedRow[] =>
    missed.page({ list, queueId: null, why: null, offset: 0, limit: 100 }, reader(ADA)).rows;
  return {
    at: scenario.at,
    rows,
    /** Gives up after a minute; the row he has then. */
    miss: (at: string, contact: string, queue = "support"): MissedRow => {
      const atMs = instant(at);
      scenario.at(new Date(atMs - 60_000).toISOString().slice(11, 19)).offered(contact, queue, "zoe");
      scenario.at(at).abandoned(contact, queue);
      const row = rows("open").find(({ attempts }) =>
        attempts.some(({ arrivedAtMs }) => arrivedAtMs === atMs - 60_000),
      );
      if (row === undefined) throw new Error("he was not missed");
      return row;
    },
    /** `done: Ada`: what came of it, and who has the caller then. */
    act: async (at: string, { id }: MissedRow, what: Act, me = ADA, queueIds: readonly QueueId[] | null = null) => {
      time = at;
      advanceTo(scenario.fold, instant(at));
      const acted = await missed.act(id, what, { ...reader(me, queueIds), me });
      if (!("row" in acted)) return acted.kind;
      const { end, claim } = acted.row;
      return `${acted.kind}: ${end === null ? (claim?.by ?? "nobody") : end.kind}`;
    },
  };
}

describe("[RE3] a close is taken back", () => {
  it("by whoever closed it, as often as it is closed", async () => {
    const { miss, act, rows } = openDay();
    const zoe = miss("09:01:00", "c1");
    expect(await act("09:05:00", zoe, CLOSE)).toBe("done: closed");
    expect(rows("ended").map(({ end }) => end?.canReopen)).toEqual([true]);
    expect(await act("09:06:00", zoe, REOPEN)).toBe("done: Ada");
    expect(await act("09:07:00", zoe, CLOSE)).toBe("done: closed");
    expect(await act("09:08:00", zoe, REOPEN)).toBe("done: Ada");
    expect(rows("ended")).toEqual([]);
  });

  it("by another, who has the caller then, whoever had claimed him", async () => {
    const { miss, act } = openDay();
    const zoe = miss("09:01:00", "c1");
    await act("09:04:00", zoe, { type: "recovery.claimed" });
    await act("09:05:00", zoe, CLOSE);
    expect(await act("09:06:00", zoe, REOPEN, BEN)).toBe("done: Ben");
    expect(await act("09:07:00", zoe, CLOSE)).toBe("held: Ben");
  });

  it("and what is open already stays as it is: nobody gets whom another has", async () => {
    const { miss, act } = openDay();
    const zoe = miss("09:01:00", "c1");
    expect(await act("09:02:00", zoe, REOPEN)).toBe("done: nobody");
    await act("09:03:00", zoe, { type: "recovery.claimed" });
    expect(await act("09:04:00", zoe, REOPEN, BEN)).toBe("done: Ada");
  });

  it("not by a lead of another queue, who knows nothing of it", async () => {
    const { miss, act } = openDay();
    const zoe = miss("09:01:00", "c1");
    await act("09:05:00", zoe, CLOSE);
    expect(await act("09:06:00", zoe, REOPEN, BEN, [queueId("sales")])).toBe("unknown");
    expect(await act("09:07:00", zoe, REOPEN, BEN, [queueId("support")])).toBe("done: Ben");
  });

  it("not of a caller who was missed again since: another may have him", async () => {
    const { miss, act, rows } = openDay();
    const first = miss("09:01:00", "c1");
    await act("09:05:00", first, CLOSE);
    const second = miss("09:21:00", "c2", "sales");
    await act("09:22:00", second, { type: "recovery.claimed" }, BEN, [queueId("sales")]);
    expect(rows("ended").map(({ end }) => end?.canReopen)).toEqual([false]);
    expect(await act("09:30:00", first, REOPEN)).toBe("over: closed");
    expect(await act("09:31:00", second, CLOSE, BEN, [queueId("sales")])).toBe("done: closed");
    expect(await act("09:32:00", first, REOPEN)).toBe("over: closed");
    expect(await act("09:33:00", second, REOPEN)).toBe("done: Ada");
  });

  it("not of one who came back or was reached, whenever that was", async () => {
    const { at, miss, act } = openDay();
    const zoe = miss("09:01:00", "c1");
    at("09:05:00").told({ type: "outbound.answered", caller: callerAlias("zoe"), agentId: agentId("ana") });
    expect(await act("09:06:00", zoe, REOPEN)).toBe("over: reached");
    const again = miss("09:11:00", "c2");
    await act("09:12:00", again, CLOSE);
    at("09:20:00").offered("c3", "support", "zoe");
    at("09:21:00").answered("c3");
    expect(await act("09:22:00", again, REOPEN)).toBe("over: came-back");
  });

  it("of the same contact that comes anew, what was closed before stays closed", async () => {
    const { at, act, rows } = openDay();
    at("09:00:00").offered("c1", "support", "zoe");
    at("09:01:00").overflowed("c1", "timeout");
    at("09:02:00").offered("c2", "support", "zoe");
    at("09:03:00").abandoned("c2");
    const [zoe] = rows("open");
    if (zoe === undefined) throw new Error("nobody was missed");
    await act("09:05:00", zoe, CLOSE);
    at("09:30:00").offered("c1", "sales", "zoe");
    at("09:31:00").abandoned("c1", "sales");
    const [closed] = rows("ended");
    expect([rows("open").length, closed?.end?.canReopen]).toEqual([1, false]);
  });
});
