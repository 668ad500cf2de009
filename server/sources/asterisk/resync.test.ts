import { describe, expect, it } from "vitest";
import { createListener, instant, visit } from "./testing/listener";

const AGENT = "PJSIP/1001";
type Heard = ReturnType<typeof createListener>;

const told = (heard: Heard, what: RegExp) =>
  heard.told
    .splice(0)
    .filter(({ event }) => what.test(event.type))
    .map(({ atMs, event }) => ({ atMs, ...event }));

/** c1 waits since 09:00:50, c2 is with the agent since 09:00:55; nothing is heard from 09:01:00 to 09:02:00. */
function acrossGap(uptimeS = 90_000) {
  const heard = createListener();
  heard.at("09:00:00").connects();
  heard.at("09:00:00").memberRow(AGENT, "sales");
  heard.at("09:00:00").listed();
  heard.at("09:00:50").joins("c1", "sales");
  heard.at("09:00:51").joins("c2", "sales");
  heard.at("09:00:55").answers(AGENT, "c2", "sales");
  heard.at("09:01:00").loses();
  heard.at("09:02:00").connects(uptimeS);
  return heard;
}
const entry = (heard: Heard, time: string, call: string, waitS: number, queue = "sales") =>
  heard.at(time).row("QueueEntry", { Queue: queue, Uniqueid: call, CallerIDNum: "5511999", Wait: waitS });
const busyRow = (heard: Heard) => heard.at("09:02:00").memberRow(AGENT, "sales", { InCall: 1, Status: 2 });

describe("after a cut", () => {
  it("[UN4] who still waits goes on waiting; who is listed and new was offered when his wait began", () => {
    const heard = acrossGap();
    heard.news();
    busyRow(heard);
    entry(heard, "09:02:00", "c1", 70);
    entry(heard, "09:02:00", "c3", 12);
    heard.at("09:02:00").listed();
    expect(told(heard, /^contact/)).toMatchObject([
      { type: "contact.offered", ...visit("c3", "sales"), atMs: instant("09:01:48") },
    ]);
  });

  it("[UN4] who is gone is unknown since he was last known, and the gap stands in the day", () => {
    const heard = acrossGap();
    busyRow(heard);
    heard.at("09:02:00").listed();
    expect(told(heard, /^(contact.lost|source)/)).toMatchObject([
      { type: "source.connected" },
      { type: "source.lost", detail: "cut", atMs: instant("09:01:00") },
      { type: "source.connected", restarted: false, atMs: instant("09:02:00") },
      { type: "contact.lost", ...visit("c1", "sales"), atMs: instant("09:01:00") },
      { type: "source.gap", fromMs: instant("09:01:00"), toMs: instant("09:02:00"), filled: false },
    ]);
    expect(heard.lives()).toBe(2);
  });

  it("[UN4] live events between the rows, in any order, count once", () => {
    const heard = acrossGap();
    heard.news();
    heard.at("09:02:00.010").joins("c4", "sales");
    entry(heard, "09:02:00.020", "c4", 0);
    entry(heard, "09:02:00.020", "c1", 70);
    entry(heard, "09:02:00.020", "c5", 0);
    heard.at("09:02:00.030").givesUp("c1", "sales", 70);
    heard.at("09:02:00.030").leaves("c1", "sales");
    heard.at("09:02:00.031").hangsUp("c1");
    heard.at("09:02:00.040").joins("c6", "support");
    busyRow(heard);
    heard.at("09:02:00.100").listed();
    // Its event was on its way when the rows were written.
    heard.at("09:02:00.015").joins("c5", "sales");
    heard.at("09:02:05").passes();
    expect(told(heard, /^contact/)).toMatchObject([
      { type: "contact.offered", contactId: "c4" },
      { type: "contact.abandoned", contactId: "c1" },
      { type: "contact.offered", contactId: "c6" },
      { type: "contact.offered", contactId: "c5", atMs: instant("09:02:00.100") },
    ]);
  });

  it("[UN4] who left and came again in the gap is unknown once and waits once", () => {
    const heard = acrossGap();
    heard.news();
    busyRow(heard);
    entry(heard, "09:02:00", "c1", 5);
    heard.at("09:02:00").listed();
    expect(told(heard, /^contact/)).toMatchObject([
      { type: "contact.lost", ...visit("c1", "sales", 1) },
      { type: "contact.offered", ...visit("c1", "sales", 2) },
    ]);
  });

  it("[UN4] a late word about someone who was taken for lost is told too", () => {
    const heard = acrossGap();
    busyRow(heard);
    heard.at("09:02:00").listed();
    heard.news();
    heard.at("09:02:00.005").answers(AGENT, "c1", "sales", 69);
    expect(told(heard, /^contact/)).toMatchObject([{ type: "contact.answered", ...visit("c1", "sales") }]);
  });

  it("[UN4] a call that the list of channels still shows goes on", () => {
    const heard = acrossGap();
    heard.at("09:02:00").memberRow(AGENT, "sales");
    heard.at("09:02:00").listed();
    heard.at("09:02:00").row("CoreShowChannel", { Uniqueid: "c2", Application: "Queue", BridgeId: "b1" });
    heard.at("09:02:00").channelsListed();
    heard.news();
    heard.at("09:02:05").passes();
    heard.at("09:02:20").completes(AGENT, "c2", "sales");
    expect(told(heard, /^contact/)).toMatchObject([{ type: "contact.completed", contactId: "c2", talkMs: 85_000 }]);
  });

  it.each([
    ["no list of channels, the agent in no call", () => undefined],
    [
      "a list without it",
      (heard: Heard) => {
        heard.at("09:02:00").row("CoreShowChannel", { Uniqueid: "c9", Application: "Queue", BridgeId: "b1" });
        heard.at("09:02:00").channelsListed();
      },
    ],
    [
      "its caller elsewhere in the dialplan",
      (heard: Heard) => {
        heard.at("09:02:00").row("CoreShowChannel", { Uniqueid: "c2", Application: "Wait", BridgeId: "" });
        heard.at("09:02:00").channelsListed();
      },
    ],
  ])("[UN4] a call of which there is %s is over, how long it took is not known", (_, listChannels) => {
    const heard = acrossGap();
    heard.at("09:02:00").memberRow(AGENT, "sales");
    heard.at("09:02:00").listed();
    listChannels(heard);
    heard.news();
    heard.at("09:02:01").passes();
    expect(told(heard, /^contact/)).toMatchObject([
      { type: "contact.completed", contactId: "c2", talkMs: null, holdMs: null, endedBy: "unknown" },
    ]);
  });

  it("[AG1] members who are not listed any more have left, and the agents' states are those of the list", () => {
    const heard = acrossGap();
    heard.news();
    heard.at("09:02:00").memberRow("PJSIP/1002", "sales", { Paused: 1, PausedReason: "Lunch" });
    heard.at("09:02:00").listed();
    expect(told(heard, /^agent/)).toMatchObject([
      { type: "agent.joined", agentId: "PJSIP/1002" },
      { type: "agent.state-changed", agentId: "PJSIP/1002", state: "paused" },
      { type: "agent.left", agentId: AGENT },
    ]);
  });

  it("[UN4] an Asterisk that started meanwhile says so by its uptime", () => {
    const heard = acrossGap(30);
    heard.at("09:02:00").listed();
    heard.at("09:02:05").passes();
    expect(told(heard, /^source.connected|lost|completed/).slice(2)).toMatchObject([
      { type: "source.connected", restarted: true },
      { type: "contact.lost", contactId: "c1" },
      { type: "contact.completed", contactId: "c2", talkMs: null },
    ]);
  });
});
