import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instant } from "../../../../lib/testing/scenario";
import { sourceId } from "../../../../lib/vocabulary";
import { readCloudEvent } from "./cloud-event";
import { TOLD_TYPES } from "./event-fields";

const NOW = instant("09:00:00");
const read = (event: unknown) => readCloudEvent(event, { sourceIds: [sourceId("crm"), sourceId("pbx")], nowMs: NOW });
const VISIT = { queueId: "support", contactId: "c1" };
const envelope = (changes: object = {}) => ({
  specversion: "1.0",
  id: "e1",
  source: "crm",
  type: "contact.abandoned",
  time: "2026-11-22T08:59:00Z",
  data: VISIT,
  ...changes,
});
const toldOf = (type: string, data: object): unknown => {
  const event = read(envelope({ type, data }));
  return event.kind === "told" ? event.event.event : event.problem.said;
};
const atMsOf = (time: string): number | null => {
  const event = read(envelope({ time }));
  return event.kind === "told" ? event.event.atMs : null;
};
const saidOf = (changes: object): string | null => {
  const event = read(envelope(changes));
  return event.kind === "wrong" ? event.problem.said : null;
};

describe("an event told over HTTP", () => {
  it("[EV1] is a CloudEvent: its source, its id, its instant, its fields", () => {
    expect(read(envelope())).toEqual({
      kind: "told",
      sourceId: "crm",
      event: {
        sourceKey: "e1",
        atMs: instant("08:59:00"),
        receivedAtMs: NOW,
        event: { type: "contact.abandoned", queueId: "support", contactId: "c1", stay: 1 },
      },
    });
    // Whoever stands between may add attributes of his own.
    expect(read(envelope({ traceparent: "00-1-2-01", subject: "x", datacontenttype: "application/json" })).kind).toBe(
      "told",
    );
  });

  it("[RE24] a call to the outside that was answered, and a callback that the system makes itself", () => {
    const caller = { number: "+4930333", name: null };
    expect(toldOf("outbound.answered", { caller: { number: "+49 30 333" }, agentId: "ben" })).toEqual({
      type: "outbound.answered",
      caller,
      agentId: "ben",
    });
    expect(toldOf("outbound.answered", { caller })).toMatchObject({ caller, agentId: null });
    expect(toldOf("outbound.answered", { caller, queueId: "support" })).toMatch(/queueId/);
    expect(toldOf("contact.offered", { ...VISIT, caller, via: "callback" })).toMatchObject({ caller, via: "callback" });
  });

  it("[EV1] has what it must have; of what it leaves out the usual holds, or it is not known", () => {
    expect(toldOf("contact.offered", VISIT)).toEqual({
      type: "contact.offered",
      ...VISIT,
      stay: 1,
      channel: "voice",
      caller: null,
      via: "direct",
    });
    expect(toldOf("contact.completed", VISIT)).toEqual({
      type: "contact.completed",
      ...VISIT,
      stay: 1,
      agentId: null,
      talkMs: null,
      holdMs: null,
      wrapUpMs: null,
      endedBy: "unknown",
    });
    expect(toldOf("agent.state-changed", { agentId: "ana", state: "paused" })).toEqual({
      type: "agent.state-changed",
      agentId: "ana",
      queueId: null,
      state: "paused",
      reason: null,
      sinceAtMs: instant("08:59:00"),
    });
  });

  it("[NM1] names are cleaned as those of a telephone system are; who withholds his number has none", () => {
    const caller = { number: " +49 30 1\u202e23 ", name: "Ana\n\u0007 \u202eMar\u00eda" };
    expect(toldOf("contact.offered", { ...VISIT, caller })).toMatchObject({
      caller: { number: "+4930123", name: "Ana María" },
    });
    const withheld = { number: "anonymous", name: "" };
    expect(toldOf("contact.offered", { ...VISIT, caller: withheld })).toMatchObject({
      caller: { number: null, name: null },
    });
    const long = toldOf("agent.joined", { agentId: "a", queueId: "q", name: "x".repeat(200) });
    expect(long).toMatchObject({ name: "x".repeat(64), penalty: null });
  });

  it("instants are those of RFC 3339, with any offset", () => {
    expect(atMsOf("2026-11-22T09:59:00.250+01:00")).toBe(instant("08:59:00.250"));
    expect(atMsOf("2026-11-22t08:59:00.123456789z")).toBe(instant("08:59:00.123"));
    for (const time of [
      "2026-11-22",
      "2026-11-22T08:59:00",
      "2026-02-30T08:59:00Z",
      "22.11.2026 08:59",
      "1763802000",
      "",
    ]) {
      expect([time, saidOf({ time })]).toEqual([time, expect.stringContaining("time: expected an instant such as")]);
    }
  });

  it("[EV4] an instant 24 hours off is believed, a millisecond more is refused in words", () => {
    expect(saidOf({ time: "2026-11-21T09:00:00.000Z" })).toBeNull();
    expect(saidOf({ time: "2026-11-23T09:00:00.000Z" })).toBeNull();
    const expected = "time: expected an instant within 24 hours of 2026-11-22T09:00:00.000Z, got";
    expect(saidOf({ time: "2026-11-21T08:59:59.999Z" })).toBe(`${expected} "2026-11-21T08:59:59.999Z"`);
    expect(saidOf({ time: "2026-11-23T09:00:00.001Z" })).toContain(expected);
    expect(saidOf({ time: "1970-01-01T00:00:00Z" })).toContain(expected);
  });

  it("nobody is in a state from later on than it was told", () => {
    const data = { agentId: "ana", state: "paused", sinceAtMs: instant("12:00:00") };
    expect(toldOf("agent.state-changed", data)).toMatchObject({ sinceAtMs: instant("08:59:00") });
  });
});

describe("[EV4] a wrong event says what was expected and what came", () => {
  it.each<[object, string]>([
    [{ specversion: "0.3" }, 'specversion: expected "1.0", got "0.3"'],
    [{ id: "" }, 'id: expected a text of 1 to 200 characters without control characters, got ""'],
    [{ id: 7 }, "id: expected a text of 1 to 200 characters without control characters, got 7"],
    [{ source: "__proto__" }, 'source: expected one of crm, pbx, got "__proto__"'],
    [{ source: undefined }, "source: expected the id of a source, got nothing"],
    [{ type: "contact.abandond" }, 'got "contact.abandond" – did you mean "contact.abandoned"?'],
    [{ type: "source.lost" }, 'got "source.lost"'],
    [{ type: "constructor" }, 'got "constructor"'],
    [{ data: undefined }, "data: expected an object with the event's fields, got nothing"],
    [{ data: [] }, "data: expected an object with the event's fields, got a list"],
    [{ data_base64: "e30=" }, 'there is no attribute "data_base64": data is JSON here'],
    [{ queueId: "support" }, 'there is no attribute "queueId": its fields stand in data'],
    [{ datacontenttype: "text/xml" }, 'datacontenttype: expected application/json, got "text/xml"'],
    [{ data: { ...VISIT, agent: "x" } }, 'data: there is no field "agent"'],
    [
      { data: { contactId: "c1" } },
      "data.queueId: expected a text of 1 to 200 characters without control characters, got nothing",
    ],
    [{ data: { ...VISIT, queueId: "a\u0007" } }, "data.queueId: expected a text"],
    [{ data: { ...VISIT, queueId: "\ud800" } }, "data.queueId: expected a text"],
    [{ data: { ...VISIT, queueId: "q".repeat(201) } }, `got "${"q".repeat(57)}…"`],
    [{ data: { ...VISIT, stay: 0 } }, "data.stay: expected a whole number from 1 to 10000, got 0"],
    [
      { type: "contact.overflowed", data: { ...VISIT, reason: "bored" } },
      "data.reason: expected one of timeout, key, empty",
    ],
    [
      { type: "contact.completed", data: { ...VISIT, talkMs: -1 } },
      "data.talkMs: expected whole milliseconds from 0 to 86400000, got -1",
    ],
    [
      { type: "contact.offered", data: { ...VISIT, caller: "0301234567" } },
      "data.caller: expected number and name of the caller, or null, got a text of 10 characters",
    ],
    [
      { type: "contact.offered", data: { ...VISIT, caller: { number: "0".repeat(41) } } },
      "data.caller.number: expected a text of up to 40 characters, got a text of 41 characters",
    ],
    [
      { type: "contact.offered", data: { ...VISIT, caller: { name: "\udc00" } } },
      "data.caller.name: expected a text of up to 200 characters, got a text of 1 character",
    ],
  ])("%j", (changes, said) => {
    expect(saidOf(changes)).toContain(said);
  });

  it("all of it at once, five at most, and for the log without anything that came", () => {
    const event = read(envelope({ source: "other", time: "later", data: { ...VISIT, queueId: 7, x: 1 } }));
    expect(event).toMatchObject({ kind: "wrong", sourceId: null });
    if (event.kind !== "wrong") return;
    for (const where of ["source: ", "time: ", "data.queueId: ", 'field "x"'])
      expect(event.problem.said).toContain(where);
    expect(event.problem.known).toContain("data.queueId: expected a text");
    expect(event.problem.known).not.toMatch(/other|later|"x"/);
    const fields = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`field${n}`, 1]));
    expect(saidOf({ data: { ...VISIT, ...fields } })?.length).toBeLessThan(300);
  });

  it("names that every object has are no fields", () => {
    for (const name of ["__proto__", "constructor", "toString"]) {
      const data: unknown = JSON.parse(`{"queueId":"support","contactId":"c1","${name}":{"stay":2}}`);
      expect([name, saidOf({ data })]).toEqual([name, `data: there is no field "${name}"`]);
      const event: unknown = JSON.parse(`{"${name}":{},${JSON.stringify(envelope()).slice(1)}`);
      expect([name, read(event).kind]).toEqual([name, name === "constructor" ? "told" : "wrong"]);
    }
    expect(toldOf("contact.abandoned", { queueId: "__proto__", contactId: "constructor" })).toMatchObject({
      queueId: "__proto__",
    });
  });

  it("whatever comes: it is told, or it is said what is wrong", () => {
    const anything = fc.record(
      {
        specversion: fc.constantFrom("1.0", 1, null),
        id: fc.oneof(fc.string({ unit: "binary" }), fc.jsonValue()),
        source: fc.constantFrom("crm", "x", 0),
        type: fc.oneof(fc.constantFrom(...TOLD_TYPES), fc.string()),
        time: fc.oneof(fc.constant("2026-11-22T08:59:00Z"), fc.string(), fc.jsonValue()),
        data: fc.oneof(fc.constant(VISIT), fc.jsonValue(), fc.dictionary(fc.string(), fc.jsonValue())),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(anything, fc.jsonValue()), (event) => {
        const answer = read(event);
        if (answer.kind === "wrong") expect(answer.problem.said).not.toBe("");
        else expect(answer.event.sourceKey.length).toBeLessThanOrEqual(200);
      }),
      { numRuns: 500 },
    );
  });
});
