import { describe, expect, it } from "vitest";
import { createListener, instant, visit } from "./testing/listener";

const outcomes = (listener: ReturnType<typeof createListener>) =>
  listener.told
    .filter(({ event }) => /^contact\.(answered|abandoned|overflowed|refused|lost)$/.test(event.type))
    .map(({ sourceKey, atMs, event }) => ({ sourceKey, atMs, ...event }));

describe("how a visit ends", () => {
  it("[CO2] an abandon that a hang-up follows is one, at the instant of the abandon", () => {
    const heard = createListener();
    heard.at("09:00:00.250").joins("c1", "sales");
    heard.at("09:00:12.000").givesUp("c1", "sales", 11);
    heard.at("09:00:12.001").leaves("c1", "sales");
    expect(outcomes(heard)).toEqual([]);
    heard.at("09:00:12.002").hangsUp("c1");
    expect(outcomes(heard)).toEqual([
      { sourceKey: "x|c1|sales|1", atMs: instant("09:00:12"), type: "contact.abandoned", ...visit("c1", "sales") },
    ]);
  });

  it("[CO2] without a word more an abandon is settled after 250 ms, not before", () => {
    const heard = createListener();
    heard.at("09:00:00").joins("c1", "sales");
    heard.at("09:00:12.000").givesUp("c1", "sales");
    heard.at("09:00:12.249").passes();
    expect(outcomes(heard)).toEqual([]);
    heard.at("09:00:12.250").passes();
    expect(outcomes(heard)).toMatchObject([{ type: "contact.abandoned", atMs: instant("09:00:12") }]);
  });

  it("[CO2] a reason that comes later still corrects it, under a key of its own", () => {
    const heard = createListener();
    heard.at("09:00:00").joins("c1", "sales");
    heard.at("09:00:45").givesUp("c1", "sales");
    heard.at("09:00:46").passes();
    heard.at("09:00:46.100").status("c1", "TIMEOUT");
    expect(outcomes(heard)).toMatchObject([
      { sourceKey: "x|c1|sales|1", type: "contact.abandoned" },
      { sourceKey: "v|c1|sales|1", type: "contact.overflowed", reason: "timeout", atMs: instant("09:00:45") },
    ]);
  });

  it.each([
    ["TIMEOUT", "timeout"],
    ["LEAVEEMPTY", "empty"],
    ["LEAVEUNAVAIL", "empty"],
    ["WITHDRAW", "withdrawn"],
  ])("[CO2] QUEUESTATUS %s is an overflow: %s", (status, reason) => {
    const heard = createListener();
    heard.at("09:00:00").joins("c1", "sales");
    heard.at("09:00:45.000").givesUp("c1", "sales");
    heard.at("09:00:45.000").leaves("c1", "sales");
    heard.at("09:00:45.001").status("c1", status);
    heard.at("09:00:46").hangsUp("c1");
    expect(outcomes(heard)).toMatchObject([{ type: "contact.overflowed", reason, toQueueId: null }]);
  });

  it("[CO1] one that goes on to a second queue is one contact and two visits, and says where it went", () => {
    const heard = createListener();
    heard.at("09:00:00.000").joins("c1", "sales");
    heard.at("09:00:45.000").givesUp("c1", "sales");
    heard.at("09:00:45.000").leaves("c1", "sales");
    heard.at("09:00:45.001").status("c1", "TIMEOUT");
    heard.at("09:00:45.002").joins("c1", "support");
    expect(heard.news()).toMatchObject([
      { type: "contact.offered", ...visit("c1", "sales"), via: "direct" },
      { type: "contact.overflowed", ...visit("c1", "sales"), reason: "timeout", toQueueId: "support" },
      { type: "contact.offered", ...visit("c1", "support"), via: "overflow" },
    ]);
  });

  it("[CO2] who leaves without a word pressed a key; into the same queue again it is another stay", () => {
    const heard = createListener();
    heard.at("09:00:00.000").joins("c1", "sales");
    heard.at("09:00:02.000").leaves("c1", "sales");
    heard.at("09:00:02.001").joins("c1", "sales");
    expect(heard.news()).toMatchObject([
      { type: "contact.offered", stay: 1 },
      { type: "contact.overflowed", stay: 1, reason: "key", toQueueId: "sales" },
      { type: "contact.offered", stay: 2 },
    ]);
  });

  it("[CO2] a leave that an answer follows is answered, even when an announcement kept it waiting", () => {
    const heard = createListener();
    heard.at("09:00:00").joins("c1", "sales");
    heard.at("09:00:10.000").leaves("c1", "sales");
    heard.at("09:00:10.001").answers("PJSIP/1001", "c1", "sales");
    heard.at("09:00:20").joins("c2", "sales");
    heard.at("09:00:30").leaves("c2", "sales");
    heard.at("09:00:33").answers("PJSIP/1001", "c2", "sales");
    expect(outcomes(heard)).toMatchObject([
      { sourceKey: "a|c1|sales|1", type: "contact.answered", agentId: "PJSIP/1001", atMs: instant("09:00:10.001") },
      { sourceKey: "v|c2|sales|1", type: "contact.overflowed" },
      { sourceKey: "a|c2|sales|1", type: "contact.answered" },
    ]);
  });

  it.each([
    ["FULL", "full"],
    ["JOINEMPTY", "empty"],
    ["JOINUNAVAIL", "empty"],
  ])("[CO2] QUEUESTATUS %s is a refusal by the queue that the dialplan tried last: %s", (status, reason) => {
    const heard = createListener();
    heard.at("09:00:00").tries("c1", "sales");
    heard.at("09:00:01").tries("c1", "support");
    heard.at("09:00:01.001").status("c1", status);
    expect(outcomes(heard)).toMatchObject([
      { sourceKey: "f|c1|support|1", type: "contact.refused", reason, ...visit("c1", "support") },
    ]);
  });

  it("[CO2] a key pressed into a queue that is full is an overflow there and a refusal here", () => {
    const heard = createListener();
    heard.at("09:00:00").joins("c1", "sales");
    heard.at("09:00:05.000").leaves("c1", "sales");
    heard.at("09:00:05.001").tries("c1", "support");
    heard.at("09:00:05.002").status("c1", "FULL");
    expect(outcomes(heard)).toMatchObject([
      { type: "contact.overflowed", queueId: "sales", reason: "key" },
      { type: "contact.refused", queueId: "support", reason: "full" },
    ]);
  });

  it("[CO2] refused once and let in later are two visits", () => {
    const heard = createListener();
    heard.at("09:00:00").tries("c1", "support");
    heard.at("09:00:00.001").status("c1", "FULL");
    heard.at("09:00:20").joins("c1", "support");
    expect(heard.news()).toMatchObject([
      { type: "contact.refused", stay: 1 },
      { type: "contact.offered", stay: 2 },
    ]);
  });
});

describe("who calls", () => {
  it.each(["anonymous", "Anonymous", "<unknown>", "unknown", ""])(
    "a number that is withheld as %j is null",
    (number) => {
      const heard = createListener();
      const call = { Uniqueid: "c1", Queue: "sales", CallerIDNum: number, CallerIDName: number };
      heard.at("09:00:00").event("QueueCallerJoin", call);
      expect(heard.news()).toMatchObject([{ caller: { number: null, name: null } }]);
    },
  );

  it("a name loses what could disguise it and is cut at 64 characters", () => {
    const heard = createListener();
    const name = `\u202eRen\u0000ée\u200b ${"𝔁".repeat(80)}`;
    heard
      .at("09:00:00")
      .event("QueueCallerJoin", { Uniqueid: "c1", Queue: "sales", CallerIDNum: "1", CallerIDName: name });
    expect(heard.news()).toMatchObject([{ caller: { name: `Renée ${"𝔁".repeat(58)}` } }]);
  });

  it("a queue called __proto__ and a call called constructor are names like others", () => {
    const heard = createListener();
    heard.at("09:00:00").joins("constructor", "__proto__");
    heard.at("09:00:01").givesUp("constructor", "__proto__");
    heard.at("09:00:01.001").hangsUp("constructor");
    expect(outcomes(heard)).toMatchObject([{ type: "contact.abandoned", ...visit("constructor", "__proto__") }]);
  });

  it("names that hold the separator of keys stay apart", () => {
    const heard = createListener();
    heard.at("09:00:00").joins("c1|a", "b");
    heard.at("09:00:00").joins("c1", "a|b");
    expect(new Set(heard.told.map(({ sourceKey }) => sourceKey)).size).toBe(2);
  });
});
