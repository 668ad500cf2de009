import { describe, expect, it } from "vitest";
import { filesOf, RECORDINGS, unpacked } from "../../testing/recordings";
import { sampleOf } from "./sample-text";
import { amiMessage } from "./testing/ami-text";

const CALLER = /^(?:CallerID|ConnectedLine)(?:Num|Name): (.+)$/gm;
/** What stands where nobody is named. */
const NOBODY = /^(?:<unknown>|unknown|anonymous|s)$/i;
/** Instants and ids hold digits by the dozen; a short number is found in some of them by chance. */
const INSTANTS = /^(?:Timestamp|Uniqueid|DestUniqueid|Linkedid): (?:[\w-]+-)?\d{10}\.\d+$/gm;

const messagesOf = (file: string): readonly string[] =>
  unpacked(file)
    .toString("latin1")
    .split(/\r?\n\r?\n/);

const callersOf = (messages: readonly string[]): readonly string[] => {
  const lines = messages.flatMap((message) => [...message.replaceAll("\r", "").matchAll(CALLER)]);
  const names = new Set(lines.map(([, value = ""]) => value.trim()));
  return [...names].filter((name) => !NOBODY.test(name));
};

describe("a sample for the log", () => {
  it.each(RECORDINGS)(
    "[PV2] names no caller, whatever message of %s it is made of, and wherever that is cut",
    (name) => {
      const messages = filesOf(name).flatMap(messagesOf);
      const callers = callersOf(messages);
      expect(callers.length).toBeGreaterThan(10);
      const samples = new Set<string>();
      for (const message of messages) {
        for (const from of [0, 7, 190, Math.floor(message.length / 2)]) {
          samples.add(sampleOf(message.slice(from)).replaceAll(INSTANTS, ""));
          samples.add(sampleOf(message.slice(0, message.length - from)).replaceAll(INSTANTS, ""));
        }
      }
      const all = [...samples].join("\n");
      expect(callers.filter((caller) => all.includes(caller))).toEqual([]);
    },
  );

  it("[PV2] keeps what helps to find the fault: the event, its queue, its ids, its instants", () => {
    const message = amiMessage({
      Event: "AgentComplete",
      Privilege: "agent,all",
      Timestamp: "1795324930.123456",
      Channel: "Local/5511999998888@from-queue-00000012;1",
      CallerIDNum: "+5511999998888",
      CallerIDName: "Maria Oliveira",
      Exten: "5511999998888",
      Uniqueid: "pbx-1795324900.42",
      Queue: "sales",
      TalkTime: 61,
    });
    expect(sampleOf(message).split("\n")).toEqual([
      "Event: AgentComplete",
      "Timestamp: 1795324930.123456",
      "Uniqueid: pbx-1795324900.42",
      "Queue: sales",
      "TalkTime: 61",
      "Privilege: …",
      "Channel: …",
      "CallerIDNum: …",
      "CallerIDName: …",
      "Exten: …",
    ]);
  });

  it("[PV2] blanks numbers in what it keeps, and lines that are no header", () => {
    const odd = "Maria Oliveira\r\nUniqueid: +55 11 99999-8888\r\nQueue: from-4930123456\r\nmaria: 1\r\nQueue: 1234";
    expect(sampleOf(odd).split("\n")).toEqual(["Uniqueid: …", "Queue: from-…", "Queue: 1234", "…", "…"]);
  });

  it("[PV2] of a message that is too long, reads no header that it saw half of", () => {
    const long = `Event: VarSet\nX: ${"a".repeat(4_068)}\nQueue: 12345678`;
    expect(sampleOf(long)).toBe("Event: VarSet\nX: …");
  });
});
