import { describe, expect, it } from "vitest";
import { createListener, instant, visit } from "./testing/listener";

describe("a session", () => {
  it("hands on answers, the greeting's place taken, and says when it is live", () => {
    const heard = createListener();
    heard.at("09:00:00").connects();
    heard.at("09:00:00").say("Response: Error\r\nActionID: q1\r\nMessage: Permission denied\r\n\r\n");
    heard.at("09:00:00").say("Response: Success\r\nPing: Pong\r\n\r\n");
    expect(heard.responses).toMatchObject([
      { actionId: "q1", success: false, message: "Permission denied" },
      { actionId: null, success: true },
    ]);
    expect(heard.lives()).toBe(0);
    heard.at("09:00:01").listed();
    expect(heard.lives()).toBe(1);
  });

  it("[HT1] an Asterisk without Timestamps is heard by our clock", () => {
    const heard = createListener();
    heard.at("09:00:00").row("QueueCallerJoin", { Uniqueid: "c1", Queue: "sales", CallerIDNum: "1" });
    heard.at("09:00:05").row("QueueCallerAbandon", { Uniqueid: "c1", Queue: "sales" });
    heard.at("09:00:05").row("Hangup", { Uniqueid: "c1" });
    expect(heard.told.map(({ atMs, event }) => [event.type, atMs])).toEqual([
      ["contact.offered", instant("09:00:00")],
      ["contact.abandoned", instant("09:00:05")],
    ]);
  });

  it("[HT1] an Asterisk whose clock differs is heard by its own, between its Timestamps too", () => {
    const heard = createListener();
    const ahead = "Event: QueueCallerJoin\r\nTimestamp: 1795337703.5\r\nUniqueid: c1\r\nQueue: sales\r\n\r\n";
    heard.at("08:45:03").connects();
    heard.at("08:45:03").say(ahead);
    heard.at("08:45:10").row("QueueEntry", { Uniqueid: "c2", Queue: "sales", Wait: 3 });
    heard.at("08:45:10").row("QueueEntry", { Uniqueid: "c1", Queue: "sales", Wait: 7 });
    heard.at("08:45:10").listed();
    const offered = heard.told.filter(({ event }) => event.type === "contact.offered");
    expect(offered.map(({ atMs }) => atMs)).toEqual([1_795_337_703_500, 1_795_337_707_500]);
    expect(offered.map(({ receivedAtMs }) => receivedAtMs)).toEqual([instant("08:45:03"), instant("08:45:10")]);
  });

  it("[TI4] a Timestamp more than a day off is reported and not believed", () => {
    const heard = createListener();
    const mad = "Event: QueueCallerJoin\r\nTimestamp: 4070908800.000000\r\nUniqueid: c1\r\nQueue: sales\r\n\r\n";
    heard.at("09:00:00").say(mad);
    expect(heard.told).toMatchObject([{ atMs: instant("09:00:00") }]);
    expect(heard.problems).toEqual(["a Timestamp more than 24 h off"]);
  });

  it("reports what does not fit and goes on", () => {
    const heard = createListener();
    const at = heard.at("09:00:00");
    at.say("Event: Ordinary\r\n\r\nGarbage: yes\r\n\r\n");
    at.event("QueueCallerJoin", { Queue: "sales" });
    at.event("AgentConnect", { Uniqueid: "c1", Queue: "sales" });
    at.event("AgentComplete", { DestUniqueid: "leg", Queue: "sales", Interface: "PJSIP/1" });
    at.event("QueueMemberStatus", { Queue: "sales" });
    expect(heard.problems).toEqual([
      "neither an event nor an answer",
      "QueueCallerJoin without a call or a queue",
      "AgentConnect without an agent",
      "AgentComplete of a call that is not known",
      "QueueMemberStatus without a queue or an agent",
    ]);
    at.joins("c1", "sales");
    expect(heard.news()).toMatchObject([{ type: "contact.offered" }]);
  });

  it("survives invalid UTF-8 and a NUL in every name", () => {
    const heard = createListener();
    const lines = [
      "Event: QueueCallerJoin",
      "Uniqueid: c\u00001",
      "Queue: vendas\u00ff",
      "CallerIDName: R\u00e9n\u00c3\u00a9",
    ];
    heard.session.bytes(Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1"), instant("09:00:00"));
    expect(heard.news()).toMatchObject([{ ...visit("c1", "vendas\ufffd"), caller: { name: "R\ufffdné" } }]);
  });

  it("[TI5] still knows a caller whose channel lives when he comes again much later", () => {
    const heard = createListener();
    heard.at("09:00:00").joins("c1", "sales");
    heard.at("09:00:10").leaves("c1", "sales");
    heard.at("09:30:00").joins("c2", "sales");
    heard.at("09:31:00").joins("c1", "sales");
    expect(heard.told.map(({ sourceKey }) => sourceKey)).toContain("o|c1|sales|2");
  });
});
