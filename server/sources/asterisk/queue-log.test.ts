import { describe, expect, it } from "vitest";
import { parseQueueLog, parseQueueLogLine } from "./queue-log";
import { createListener, instant, visit } from "./testing/listener";

const second = (time: string): number => instant(time) / 1000;

const line = (rest: string) => parseQueueLogLine(`1795325637|1795325636.0|sales|Diego Alves|${rest}`)?.fact ?? null;

describe("a line of queue_log", () => {
  it.each([
    ["ENTERQUEUE||5531950359000|1", { kind: "entered", number: "5531950359000" }],
    ["CONNECT|3|1795325637.1|2", { kind: "connected", waitS: 3, legId: "1795325637.1" }],
    ["ABANDON|1|2|35", { kind: "left", exit: "abandoned", waitS: 35 }],
    ["EXITWITHKEY|1|7|6|2", { kind: "left", exit: "key", waitS: 2 }],
    ["EXITWITHTIMEOUT|1|2|45", { kind: "left", exit: "timeout", waitS: 45 }],
    ["EXITEMPTY|4|4|17", { kind: "left", exit: "empty", waitS: 17 }],
    ["WITHDRAW|21|22|3|callback agreed", { kind: "left", exit: "withdrawn", waitS: 3 }],
    ["COMPLETEAGENT|3|12|1", { kind: "completed", endedBy: "agent", waitS: 3, talkS: 12 }],
    ["COMPLETECALLER|3|9|1", { kind: "completed", endedBy: "caller", waitS: 3, talkS: 9 }],
    ["BLINDTRANSFER|7901|from-agents|1|12|1", { kind: "completed", endedBy: "transfer", waitS: 1, talkS: 12 }],
    ["ATTENDEDTRANSFER|BRIDGE|6e0d6aea|3|10|1", { kind: "completed", endedBy: "transfer", waitS: 3, talkS: 10 }],
    ["RINGNOANSWER|2000", { kind: "rang-unanswered", ringMs: 2_000 }],
    ["QUEUESTART|", { kind: "started" }],
  ])("%s", (rest, fact) => {
    expect(line(rest)).toEqual(fact);
  });

  it("tells nothing when it is cut, foreign or of no matter here", () => {
    for (const text of ["", "1795325637", "17953x5637|1|q|a|ABANDON|1|1|1", "no log at all", "|||||"]) {
      expect(parseQueueLogLine(text)).toBeNull();
    }
    for (const rest of ["RINGCANCELED|674", "PAUSE|Almoço", "ADDMEMBER|PAUSED"]) expect(line(rest)).toBeNull();
    expect(line("ABANDON|")).toEqual({ kind: "left", exit: "abandoned", waitS: null });
    expect(parseQueueLog("1795325637|c1|__proto__|NONE|ABANDON|1|1|1\r\n\n").map((one) => one.queueId)).toEqual([
      "__proto__",
    ]);
  });
});

/** A gap from 09:01:00 to 09:02:00 with c1 waiting since 09:00:50.250 and Ana in the queue. */
function acrossGap(log: readonly string[]) {
  const heard = createListener({ queueLog: log.map((text) => `${text}\n`).join("") });
  heard.at("09:00:00").connects();
  heard.at("09:00:00").memberRow("PJSIP/1001", "sales", { Name: "Ana" });
  heard.at("09:00:00").listed();
  heard.at("09:00:50.250").joins("c1", "sales");
  heard.at("09:01:00").loses();
  heard.at("09:02:00").connects();
  heard.news();
  return heard;
}

const contacts = (heard: ReturnType<typeof createListener>) =>
  heard.told
    .filter(({ event }) => /^contact|rang/.test(event.type))
    .map(({ sourceKey, atMs, event }) => ({ sourceKey, atMs, ...event }));

describe("a gap filled from the log", () => {
  it("[UN4] counts from milliseconds that are known, and finds the agent by his name", () => {
    const heard = acrossGap([`${second("09:01:10")}|c1|sales|Ana|CONNECT|20|leg|4`]);
    heard.at("09:02:00").memberRow("PJSIP/1001", "sales", { Name: "Ana", InCall: 1, Status: 2 });
    heard.at("09:02:00").listed();
    expect(contacts(heard)).toMatchObject([
      {
        sourceKey: "a|c1|sales|1",
        type: "contact.answered",
        atMs: instant("09:01:10.250"),
        agentId: "PJSIP/1001",
      },
    ]);
    expect(heard.told.at(-1)?.event).toEqual({
      type: "source.gap",
      fromMs: instant("09:01:00"),
      toMs: instant("09:02:00"),
      filled: true,
    });
    heard.at("09:02:10.250").completes("PJSIP/1001", "c1", "sales");
    expect(heard.told.at(-1)?.event).toMatchObject({ type: "contact.completed", talkMs: 60_000 });
  });

  it("[UN4] tells whole visits of the gap, and where they went", () => {
    const heard = acrossGap([
      `${second("09:01:05")}|c1|sales|NONE|EXITWITHTIMEOUT|1|1|15`,
      `${second("09:01:05")}|c1|support|NONE|ENTERQUEUE||5511999|1`,
      `${second("09:01:08")}|c1|support|NONE|ABANDON|1|1|3`,
    ]);
    heard.at("09:02:00").listed();
    expect(contacts(heard)).toMatchObject([
      { type: "contact.overflowed", ...visit("c1", "sales"), reason: "timeout", toQueueId: "support" },
      { type: "contact.offered", ...visit("c1", "support"), atMs: instant("09:01:05"), via: "overflow" },
      { type: "contact.abandoned", ...visit("c1", "support"), atMs: instant("09:01:08") },
    ]);
  });

  it("[TI5] what both told at the edges of the gap counts once", () => {
    const heard = acrossGap([
      `${second("09:00:50")}|c1|sales|NONE|ENTERQUEUE||5511999|1`,
      `${second("09:01:59")}|c2|sales|NONE|ENTERQUEUE||5511999|1`,
      `${second("09:02:00")}|c1|sales|NONE|ABANDON|1|1|70`,
      `${second("09:02:00")}|c3|sales|NONE|ENTERQUEUE||5511999|1`,
    ]);
    heard.at("09:02:00.100").givesUp("c1", "sales", 70);
    heard.at("09:02:00.101").hangsUp("c1");
    heard.at("09:02:00.300").joins("c3", "sales");
    heard.at("09:02:00.400").row("QueueEntry", { Queue: "sales", Uniqueid: "c2", CallerIDNum: "1", Wait: 1 });
    heard.at("09:02:00.400").row("QueueEntry", { Queue: "sales", Uniqueid: "c3", CallerIDNum: "1", Wait: 0 });
    heard.at("09:02:00.500").listed();
    expect(
      contacts(heard)
        .map(({ sourceKey }) => sourceKey)
        .toSorted(),
    ).toEqual(["o|c2|sales|1", "o|c3|sales|1", "x|c1|sales|1"]);
  });

  it("[UN4] a start of Asterisk ends everything from before it", () => {
    const heard = acrossGap([`${second("09:01:30")}|NONE|NONE|NONE|QUEUESTART|`]);
    heard.at("09:02:00").listed();
    expect(contacts(heard)).toMatchObject([{ type: "contact.lost", atMs: instant("09:01:30") }]);
  });

  it("[UN4] whom the log does not explain is unknown, and the gap is not filled", () => {
    const heard = acrossGap([`${second("09:01:30")}|c7|sales|NONE|ENTERQUEUE||1|1`]);
    heard.at("09:02:00").listed();
    expect(contacts(heard)).toMatchObject([
      { type: "contact.offered", contactId: "c7" },
      { sourceKey: `l|c1|sales|1|${instant("09:01:00")}`, type: "contact.lost" },
      { sourceKey: `l|c7|sales|1|${instant("09:01:30")}`, type: "contact.lost" },
    ]);
    expect(heard.told.at(-1)?.event).toMatchObject({ type: "source.gap", filled: false });
  });
});
