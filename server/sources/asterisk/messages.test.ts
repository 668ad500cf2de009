import { describe, expect, it } from "vitest";
import { allHeaders, FIELD, numberField, rawField, sortMessage } from "./messages";

const sort = (...lines: string[]) => {
  const text = `Event: Before\r\n\r\n${lines.join("\r\n")}\r\n\r\nEvent: After`;
  const from = 17;
  return sortMessage(text, from, from + lines.join("\r\n").length + 1);
};

describe("what is read and what is dropped unread", () => {
  it.each([
    ["RTCPSent"],
    ["TestEvent"],
    ["DeviceStateChange"],
    ["Newchannel"],
    ["Newstate"],
    ["QueueSummary"],
    ["AgentCalled"],
    ["Hangupx"],
    [""],
  ])("%s is not needed", (name) => {
    expect(sort(`Event: ${name}`, "Privilege: call,all", "Uniqueid: 1.1")).toBe("unneeded");
  });

  it.each([
    ["QueueCallerJoin"],
    ["AgentConnect"],
    ["Hangup"],
    ["QueueMemberStatus"],
    ["CoreShowChannel"],
    ["Shutdown"],
  ])("%s is", (name) => {
    expect(sort(`Event: ${name}`, "Privilege: agent,all")).toBe(name);
  });

  it("of the variables only QUEUESTATUS, wherever the header stands", () => {
    const event = ["Event: VarSet", "Uniqueid: 1.1"];
    expect(sort(...event, "Variable: QUEUESTATUS", "Value: FULL")).toBe("VarSet");
    expect(sort(...event, "Variable: QUEUESTATUS", "Value: ")).toBe("VarSet");
    expect(sort(...event, "Value: FULL", "Variable: QUEUESTATUS")).toBe("VarSet");
    expect(sort(...event, "Variable: QUEUESTATUS", "Value: FULL", "SystemName: a")).toBe("VarSet");
    expect(sort(...event, "Variable: QUEUESTATUS2", "Value: FULL")).toBe("unneeded");
    expect(sort(...event, "Variable: OTHER", "Value: Variable: QUEUESTATUS")).toBe("unneeded");
    expect(sort(...event, "Variable: MYQUEUESTATUS", "Value: FULL", "SystemName: a")).toBe("unneeded");
  });

  it("of the dialplan only the application Queue", () => {
    const event = ["Event: Newexten", "Uniqueid: 1.1"];
    expect(sort(...event, "Application: Queue", "AppData: sales,tc")).toBe("Newexten");
    expect(sort(...event, "Application: AppQueue", "AppData: (Outgoing Line)")).toBe("unneeded");
    expect(sort(...event, "Application: Wait", "AppData: Application: Queue")).toBe("unneeded");
  });

  it("an answer is one, anything else is nonsense", () => {
    expect(sort("Response: Success", "ActionID: 1")).toBe("Response");
    for (const line of ["Garbage", "Event:NoSpace", "\0\0\0", "__proto__: 1"]) expect(sort(line)).toBe("nonsense");
  });
});

describe("headers", () => {
  const message = "Event: X\r\nQueue: a: b\r\nPausedReason: \r\nPenalty: 7\r\nWait: -1\nHoldTime: 12\r";

  it("are found by their name at the start of a line, with whatever their value holds", () => {
    expect(rawField(message, FIELD.queue)).toBe("a: b");
    expect(rawField(message, FIELD.pausedReason)).toBe("");
    expect(rawField(message, FIELD.holdTime)).toBe("12");
    expect(rawField(message, FIELD.uniqueid)).toBeNull();
    expect(numberField(message, FIELD.penalty)).toBe(7);
    expect(numberField(message, FIELD.wait)).toBeNull();
  });

  it("of an answer come in a map, so that no name is special", () => {
    const headers = allHeaders("Response: Success\r\n__proto__: 1\r\nMessage: a: b\r\nMessage: second\r\nno header");
    expect([...headers]).toEqual([
      ["Response", "Success"],
      ["__proto__", "1"],
      ["Message", "a: b"],
    ]);
  });
});
