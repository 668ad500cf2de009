import { describe, expect, it } from "vitest";
import type { ToldEvent } from "../../../lib/events";
import { createListener, instant } from "./testing/listener";

const AGENT = "PJSIP/1001";
type Heard = ReturnType<typeof createListener>;

/** State changes since the last look: queue (null: all), state, reason. */
const states = (heard: Heard) =>
  heard
    .news()
    .filter((event): event is ToldEvent & { type: "agent.state-changed" } => event.type === "agent.state-changed")
    .map(({ queueId, state, reason }) => [queueId, state, reason]);

function present(options: Parameters<typeof createListener>[0] = {}, queues = ["sales"]) {
  const heard = createListener(options);
  for (const queue of queues) heard.at("09:00:00").member(AGENT, queue, {}, "QueueMemberAdded");
  heard.news();
  return heard;
}

describe("an agent's state", () => {
  it("[AG1] joins with name and penalty, is told again when the penalty changes, and leaves", () => {
    const heard = createListener();
    heard.at("09:00:00").member(AGENT, "sales", {}, "QueueMemberAdded");
    heard.at("09:00:01").member(AGENT, "sales", { Penalty: 3 }, "QueueMemberPenalty");
    heard.at("09:00:02").member(AGENT, "sales", {}, "QueueMemberRemoved");
    expect(heard.news()).toMatchObject([
      { type: "agent.joined", agentId: AGENT, queueId: "sales", name: AGENT, penalty: 0 },
      { type: "agent.state-changed", state: "available", queueId: null },
      { type: "agent.joined", penalty: 3 },
      { type: "agent.left", agentId: AGENT, queueId: "sales" },
    ]);
  });

  it.each([
    [1, "available"],
    [5, "logged-out"],
    [4, "logged-out"],
    [6, "ringing"],
    [7, "on-contact"],
    [8, "on-contact"],
    [3, "on-contact"],
    [0, "not-reported"],
  ])("[AG1] a telephone of state %i is %s", (status, state) => {
    const heard = createListener();
    heard.at("09:00:00").member(AGENT, "sales", { Status: status });
    expect(states(heard)).toEqual([[null, state, null]]);
  });

  it("[AG1] a call of his queue: ringing, on it, and free again; each told once", () => {
    const heard = present();
    heard.at("09:00:10").joins("c1", "sales");
    heard.at("09:00:11").member(AGENT, "sales", { Status: 6 });
    heard.at("09:00:14.000").member(AGENT, "sales", { Status: 2, InCall: 1 });
    heard.at("09:00:14.001").answers(AGENT, "c1", "sales");
    heard.at("09:00:30.000").completes(AGENT, "c1", "sales");
    heard.at("09:00:30.020").member(AGENT, "sales", { Status: 1 });
    expect(states(heard)).toEqual([
      [null, "ringing", null],
      [null, "on-contact", null],
      [null, "available", null],
    ]);
  });

  it("[AG1] a call of his own is named so once it is sure not to be the queue's", () => {
    const heard = present();
    heard.at("09:00:10").member(AGENT, "sales", { Status: 2 });
    expect(states(heard)).toEqual([[null, "on-contact", null]]);
    heard.at("09:00:11.499").passes();
    expect(states(heard)).toEqual([]);
    heard.at("09:00:11.500").passes();
    expect(heard.told).toMatchObject([{ event: { reason: "own call", sinceAtMs: instant("09:00:10") } }]);
  });

  it("[AG1] wrap-up runs from the end of the call for as long as the queue gives, and ends by itself", () => {
    const heard = present({ wrapUpS: { sales: 10 } });
    heard.at("09:00:14").answers(AGENT, "c1", "sales");
    heard.at("09:00:30.400").completes(AGENT, "c1", "sales");
    heard.at("09:00:30.410").member(AGENT, "sales", { Status: 1, LastCall: instant("09:00:30") / 1000 });
    expect(states(heard)).toEqual([
      [null, "on-contact", null],
      [null, "wrap-up", null],
    ]);
    heard.at("09:00:40.399").passes();
    expect(states(heard)).toEqual([]);
    heard.at("09:00:41").passes();
    expect(heard.told).toMatchObject([{ atMs: instant("09:00:40.400"), event: { state: "available" } }]);
  });

  it("[AG1] a pause in one queue is told of that queue, in all of them once for all", () => {
    const heard = present({}, ["sales", "support"]);
    heard.at("09:00:10").member(AGENT, "sales", { Paused: 1, PausedReason: "Almoço" }, "QueueMemberPause");
    expect(states(heard)).toEqual([["sales", "paused", "Almoço"]]);
    heard.at("09:00:11").member(AGENT, "support", { Paused: 1, PausedReason: "Almoço" }, "QueueMemberPause");
    expect(states(heard)).toEqual([[null, "paused", "Almoço"]]);
    heard.at("09:00:12").member(AGENT, "sales", { Paused: 0, PausedReason: "Retorno" }, "QueueMemberPause");
    expect(states(heard)).toEqual([["sales", "available", null]]);
  });

  it("[AG1] a pause during a call shows after it; auto-pause is a reason like others", () => {
    const heard = present();
    heard.at("09:00:14").answers(AGENT, "c1", "sales");
    heard.at("09:00:20").member(AGENT, "sales", { Paused: 1, PausedReason: "Auto-Pause", InCall: 1, Status: 2 });
    heard.at("09:00:30").completes(AGENT, "c1", "sales");
    heard.at("09:00:30.010").member(AGENT, "sales", { Paused: 1, PausedReason: "Auto-Pause" });
    expect(states(heard)).toEqual([
      [null, "on-contact", null],
      [null, "paused", "Auto-Pause"],
    ]);
  });

  it("[AG1] is free when his own leg is down, though the caller is told of a second later", () => {
    const heard = present();
    heard.at("09:00:10").joins("c1", "sales");
    heard.at("09:00:12").answers(AGENT, "c1", "sales");
    heard.at("09:00:12").member(AGENT, "sales", { Status: 2, InCall: 1 });
    expect(states(heard).at(-1)).toEqual([null, "on-contact", null]);
    heard.at("09:01:00").hangsUp("leg-c1");
    heard.at("09:01:00").member(AGENT, "sales", { Status: 1, InCall: 0 });
    expect(states(heard)).toEqual([[null, "available", null]]);
    heard.at("09:01:01").completes(AGENT, "c1", "sales");
    expect(states(heard)).toEqual([]);
  });

  it("[TI5] no two facts of one millisecond share a key", () => {
    const heard = present();
    for (const status of [6, 1, 6, 1]) heard.at("09:00:10").member(AGENT, "sales", { Status: status });
    const keys = heard.told.map(({ sourceKey }) => sourceKey);
    expect(new Set(keys).size).toBe(4);
  });

  it("[AG1] a list tells since when someone is paused", () => {
    const heard = createListener();
    heard.at("09:00:00").connects();
    const pausedAtS = instant("08:40:00") / 1000;
    heard.at("09:00:00.100").memberRow(AGENT, "sales", { Paused: 1, PausedReason: "Lunch", LastPause: pausedAtS });
    heard.at("09:00:00.200").listed();
    expect(heard.told.at(-1)?.event).toMatchObject({ state: "paused", sinceAtMs: instant("08:40:00") });
  });
});
