import { describe, expect, it } from "vitest";
import type { LoggedEvent, Person, RecoveryAct } from "../../events";
import { advanceTo } from "../../metrics/advance";
import { applyEvent } from "../../metrics/fold";
import { foldToText, restoreFold } from "../../metrics/fold-text";
import { createScenario, instant, newFold, type Scenario, siteOf } from "../../testing/scenario";
import { callerAlias, contactId, queueId, sourceId } from "../../vocabulary";
import { holderAt } from "./derive";
import { recoveriesIn } from "../figures";

const PBX = sourceId("pbx");
const visit = (contact: string) => ({ queueId: queueId("support"), contactId: contactId(contact), stay: 1 });
const ADA: Person = { accountId: "a1", name: "Ada" };
const told = ({ fold }: Pick<Scenario, "fold">): readonly string[] =>
  [...recoveriesIn(fold.recoveries, null)].map(({ attempts, end }) => `${attempts.length} ${end?.kind ?? "open"}`);
const act = (type: RecoveryAct["type"], missedKey: string): RecoveryAct =>
  ({ type, missedKey, by: ADA, result: "reached" }) as RecoveryAct;
const holderOf = ({ fold }: Scenario, time: string): string | null => {
  const [recovery] = recoveriesIn(fold.recoveries, null);
  return recovery === undefined ? null : (holderAt(recovery, instant(time))?.by.name ?? null);
};

describe("the same contact again", () => {
  it("[RE1] hours later it counts anew: what somebody closed in the morning does not close the afternoon", () => {
    const scenario = createScenario();
    const { at, missedKey } = scenario;
    at("09:00:00").offered("c1", "support", "zoe");
    at("09:01:00").abandoned("c1");
    at("09:05:00").told(act("recovery.closed", missedKey("c1")));
    at("11:30:00").board();
    at("13:00:00").offered("c1", "support", "zoe", 2);
    at("13:01:00").told({
      type: "contact.abandoned",
      queueId: queueId("support"),
      contactId: contactId("c1"),
      stay: 2,
    });
    expect(told(scenario)).toEqual(["1 closed", "1 open"]);
  });

  it("[RE3] missed once more after it was closed, it is open again", () => {
    const scenario = createScenario();
    const { at, missedKey } = scenario;
    at("09:00:00").offered("c1", "support", "zoe");
    at("09:01:00").overflowed("c1", "timeout");
    at("09:05:00").told(act("recovery.closed", missedKey("c1")));
    at("09:30:00").offered("c1", "sales", "zoe");
    at("09:31:00").abandoned("c1", "sales");
    expect(told(scenario)).toEqual(["1 open"]);
  });

  it("[RE4] who claimed a caller has him still when he waits again and gives up again", () => {
    const scenario = createScenario();
    const { at, missedKey } = scenario;
    at("09:00:00").offered("c1", "support", "zoe");
    at("09:01:00").overflowed("c1", "timeout");
    at("09:05:00").told(act("recovery.claimed", missedKey("c1")));
    at("09:06:00").offered("c1", "sales", "zoe");
    for (const time of ["09:06:30", "09:07:30", "09:08:30"]) at(time).board();
    expect(told(scenario)).toEqual([]);
    at("09:09:00").abandoned("c1", "sales");
    expect([holderOf(scenario, "09:10:00"), holderOf(scenario, "09:20:00")]).toEqual(["Ada", null]);
  });

  it("[RE4] what ended days ago is forgotten, and the same contact can be claimed and closed anew", () => {
    const scenario = createScenario();
    const { at } = scenario;
    at("09:00:00").offered("c1", "support", "zoe");
    at("09:01:00").abandoned("c1");
    at("09:05:00").told({ type: "outbound.answered", caller: callerAlias("zoe"), agentId: null });
    at("12:00:00").board();
    at("09:00:00", "2026-11-24").offered("c1", "support", "zoe", 2);
    at("09:01:00", "2026-11-24").told({
      type: "contact.abandoned",
      queueId: queueId("support"),
      contactId: contactId("c1"),
      stay: 2,
    });
    at("12:00:00", "2026-11-24").board();
    at("12:00:00", "2026-11-25").board();
    expect(told(scenario)).toEqual(["1 open"]);
    const [recovery] = recoveriesIn(scenario.fold.recoveries, null);
    at("12:01:00", "2026-11-25").told(act("recovery.closed", recovery?.key ?? ""));
    expect(told(scenario)).toEqual(["1 closed"]);
  });
});

describe("clocks and orders", () => {
  it("[RE3] a source's clock is behind ours: what it tells after somebody closed opens another", () => {
    const scenario = createScenario();
    const { at, missedKey } = scenario;
    at("09:00:00").offered("c1", "support", "zoe");
    at("09:01:00").abandoned("c1");
    at("09:10:00").told(act("recovery.closed", missedKey("c1")));
    at("09:07:00").offered("c2", "support", "zoe");
    at("09:08:00").abandoned("c2");
    expect(told(scenario)).toEqual(["1 closed", "1 open"]);
  });

  it("[RE4] a source's clock is ahead of ours: a claim lasts fifteen minutes by ours", () => {
    const scenario = createScenario();
    const { at, missedKey } = scenario;
    at("10:00:00").offered("c1", "support", "zoe");
    at("10:01:00").abandoned("c1");
    at("09:05:00").told(act("recovery.claimed", missedKey("c1")));
    expect([holderOf(scenario, "09:19:59"), holderOf(scenario, "09:20:00")]).toEqual(["Ada", null]);
  });

  it("[RE3] the queue's own callback was answered before the miss was told of: he was reached all the same", () => {
    const events: readonly (readonly [string, LoggedEvent["event"]])[] = [
      [
        "09:05:00",
        { type: "contact.offered", ...visit("c2"), channel: "voice", caller: callerAlias("zoe"), via: "callback" },
      ],
      ["09:05:20", { type: "contact.answered", ...visit("c2"), agentId: "ana" as never }],
      [
        "09:00:00",
        { type: "contact.offered", ...visit("c1"), channel: "voice", caller: callerAlias("zoe"), via: "direct" },
      ],
      ["09:01:00", { type: "contact.abandoned", ...visit("c1") }],
    ];
    const fold = newFold(siteOf());
    events.forEach(([time, event], at) => {
      const atMs = instant(time);
      applyEvent(fold, {
        seq: at + 1,
        sourceId: PBX,
        sourceKey: String(at),
        atMs,
        receivedAtMs: instant("09:06:00"),
        event,
      });
    });
    advanceTo(fold, instant("09:07:00"));
    const [recovery] = recoveriesIn(fold.recoveries, null);
    expect(recovery?.end).toEqual({ kind: "reached", atMs: instant("09:05:20"), sourceId: "pbx", agentId: "ana" });
  });

  it("[RE1] a number that is found to be many people's is taken apart with what stands of it", () => {
    const scenario = createScenario();
    const { at, fold } = scenario;
    for (const [time, contact] of [
      ["09:00:00", "c1"],
      ["09:10:00", "c2"],
    ] as const) {
      at(time).offered(contact, "support", "hall");
      at(new Date(instant(time) + 60_000).toISOString().slice(11, 19)).abandoned(contact);
    }
    at("09:20:00").offered("c3", "support", "hall");
    at("09:20:05").answered("c3");
    expect(told(scenario)).toEqual(["2 came-back"]);
    const restored = restoreFold(foldToText(fold), fold.site, fold.calendar, (caller) => caller === "hall");
    expect(told({ fold: restored })).toEqual(["1 open", "1 open"]);
  });
});

it("[RE10] with ten thousand open a miss is folded in, and time passes, within 50 ms", () => {
  const fold = newFold(siteOf());
  const missAt = (at: number): void => {
    const atMs = instant("08:00:00") + at * 200;
    const event = {
      type: "contact.refused",
      ...visit(`c${at}`),
      channel: "voice",
      caller: callerAlias(`a${at}`),
    } as const;
    applyEvent(fold, {
      seq: at + 1,
      sourceId: PBX,
      sourceKey: `k${at}`,
      atMs,
      receivedAtMs: atMs,
      event: { ...event, reason: "full" },
    });
    advanceTo(fold, atMs);
  };
  for (let at = 0; at < 10_000; at += 1) missAt(at);
  const tookMs = Array.from({ length: 50 }, (_, at) => {
    const fromMs = performance.now();
    missAt(10_000 + at);
    return performance.now() - fromMs;
  }).toSorted((a, b) => a - b);
  expect(fold.recoveries.open.size).toBe(10_050);
  // Of fifty the ninth in ten: what else the machine does makes a few of them slow.
  expect(tookMs[45]).toBeLessThan(50);
});
