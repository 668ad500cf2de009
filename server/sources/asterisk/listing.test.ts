import { describe, expect, it } from "vitest";
import { createListener, instant, visit } from "./testing/listener";

const AGENT = "PJSIP/1001";
type Heard = ReturnType<typeof createListener>;

const told = (heard: Heard, what: RegExp) =>
  heard.told
    .splice(0)
    .filter(({ event }) => what.test(event.type))
    .map(({ atMs, event }) => ({ atMs, ...event }));

const entry = (heard: Heard, time: string, call: string, waitS: number, queue = "sales") =>
  heard.at(time).row("QueueEntry", { Queue: queue, Uniqueid: call, CallerIDNum: "5511999", Wait: waitS });

describe("a list while connected", () => {
  it("[CO2] who was lost and is listed again waits again; lost once more, that is another fact", () => {
    const heard = createListener();
    heard.at("09:00:00").connects();
    heard.at("09:00:00").listed();
    heard.at("09:00:10").joins("c1", "sales");
    heard.at("09:05:00").listed();
    heard.at("09:05:01").passes();
    entry(heard, "09:10:00", "c1", 590);
    heard.at("09:10:00").listed();
    heard.at("09:15:00").listed();
    heard.at("09:15:01").passes();
    const facts = heard.told.filter(({ event }) => event.type.startsWith("contact"));
    expect(facts.map(({ event, atMs }) => [event.type, atMs])).toEqual([
      ["contact.offered", instant("09:00:10")],
      ["contact.lost", instant("09:05:00")],
      ["contact.still-waiting", instant("09:10:00")],
      ["contact.lost", instant("09:15:00")],
    ]);
    expect(new Set(facts.map(({ sourceKey }) => sourceKey)).size).toBe(4);
  });

  it("[UN1] a login to which no queue events are sent is told once, after the second list that knows more", () => {
    const heard = createListener();
    heard.at("09:00:00").connects();
    heard.at("09:00:00").listed();
    entry(heard, "09:05:00", "c1", 30);
    heard.at("09:05:00").listed();
    expect(heard.problems).toEqual([]);
    heard.at("09:10:00").memberRow(AGENT, "sales");
    heard.at("09:10:00").listed();
    expect(heard.problems).toEqual([expect.stringContaining("hears no queue events")]);
    heard.at("09:15:00").listed();
    expect(heard.problems).toHaveLength(1);
  });

  it("[UN1] with an event between them, lists that know more prove nothing", () => {
    const heard = createListener();
    heard.at("09:00:00").connects();
    heard.at("09:00:00").listed();
    entry(heard, "09:05:00", "c1", 30);
    heard.at("09:05:00").listed();
    heard.at("09:06:00").joins("c2", "sales");
    entry(heard, "09:10:00", "c3", 30);
    heard.at("09:10:00").listed();
    expect(heard.problems).toEqual([]);
  });

  it("[UN4] harms nothing when it agrees", () => {
    const heard = createListener();
    heard.at("09:00:00").connects();
    heard.at("09:00:00").memberRow(AGENT, "sales", { InCall: 1, Status: 2 });
    heard.at("09:00:00").listed();
    heard.at("09:00:50").joins("c1", "sales");
    heard.news();
    for (const time of ["09:05:00", "09:10:00"]) {
      heard.at(time).memberRow(AGENT, "sales", { InCall: 1, Status: 2 });
      entry(heard, time, "c1", (instant(time) - instant("09:00:50")) / 1000);
      heard.at(time).listed();
    }
    heard.at("09:10:10").passes();
    expect(heard.news()).toEqual([]);
  });

  it("[UN4] an absence is believed only when no event explains it within a second", () => {
    const heard = createListener();
    heard.at("09:00:00").connects();
    heard.at("09:00:00").listed();
    heard.at("09:00:10").joins("c1", "sales");
    heard.at("09:00:11").joins("c2", "sales");
    heard.news();
    heard.at("09:01:00").row("QueueParams", { Queue: "sales" });
    heard.at("09:01:00").listed();
    heard.at("09:01:00.010").givesUp("c1", "sales", 50);
    heard.at("09:01:00.011").hangsUp("c1");
    heard.at("09:01:01").passes();
    expect(told(heard, /^contact/)).toMatchObject([
      { type: "contact.abandoned", contactId: "c1" },
      { type: "contact.lost", contactId: "c2" },
    ]);
  });

  it("[CO6] says of whom it still lists after three hours that he waits", () => {
    const heard = createListener();
    heard.at("06:00:00").connects();
    heard.at("06:00:00").listed();
    heard.at("06:00:10").joins("c1", "sales");
    heard.news();
    entry(heard, "09:00:10", "c1", 10_800);
    heard.at("09:00:10").listed();
    expect(heard.news()).toEqual([]);
    entry(heard, "09:00:11", "c1", 10_801);
    heard.at("09:00:11").listed();
    expect(heard.news()).toMatchObject([{ type: "contact.still-waiting", ...visit("c1", "sales") }]);
  });

  it("[UN4] rows of a list that broke off do not count in the next one", () => {
    const heard = createListener();
    heard.at("09:00:00").connects();
    entry(heard, "09:00:00", "c1", 5);
    heard.at("09:00:01").say("Response: Success\r\nActionID: q2\r\nMessage: Queue status will follow\r\n\r\n");
    entry(heard, "09:00:01", "c2", 5);
    heard.at("09:00:01").listed();
    expect(told(heard, /^contact/)).toMatchObject([{ contactId: "c2" }]);
  });
});
