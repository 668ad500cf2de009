import { describe, expect, it } from "vitest";
import { agentId, contactId, queueId } from "../../../lib/vocabulary";
import { NOTHING_KNOWN, type SourceResume } from "../source";
import { createListener, instant, visit } from "./testing/listener";

const AGENT = "PJSIP/1001";
type Heard = ReturnType<typeof createListener>;

const told = (heard: Heard, what: RegExp) =>
  heard.told
    .splice(0)
    .filter(({ event }) => what.test(event.type))
    .map(({ sourceKey, atMs, event }) => ({ sourceKey, atMs, ...event }));
const keys = (heard: Heard, what: RegExp) => told(heard, what).map(({ sourceKey }) => sourceKey);
const listCaller = (heard: Heard, time: string, call: string, waitS: number) =>
  heard.at(time).row("QueueEntry", { Queue: "sales", Uniqueid: call, CallerIDNum: "5511999", Wait: waitS });
const second = (time: string): number => instant(time) / 1000;

const known = (changes: Partial<SourceResume>): SourceResume => ({
  ...NOTHING_KNOWN,
  heardUntilMs: instant("08:59:40.500"),
  ...changes,
});

describe("after a start of ours", () => {
  const open = {
    queueId: queueId("sales"),
    stay: 1,
    offeredAtMs: instant("08:59:00.123"),
    isLost: false,
    unansweredRingKeys: [],
  };
  const resume = {
    ...NOTHING_KNOWN,
    openVisits: [
      { ...open, contactId: contactId("c1"), answeredAtMs: null, agentId: null },
      { ...open, contactId: contactId("c2"), answeredAtMs: instant("08:59:30"), agentId: agentId(AGENT) },
      { ...open, contactId: contactId("c3"), answeredAtMs: null, agentId: null },
    ],
    heardUntilMs: instant("08:59:40"),
  };

  it("[UN4] takes up what stood open: still waiting, in a call, and gone", () => {
    const heard = createListener({ resume });
    heard.at("09:00:00").connects();
    heard.at("09:00:00").memberRow(AGENT, "sales", { InCall: 1, Status: 2 });
    listCaller(heard, "09:00:00", "c1", 59);
    heard.at("09:00:00").listed();
    heard.at("09:00:05").passes();
    heard.at("09:00:10").completes(AGENT, "c2", "sales");
    heard.at("09:00:20").answers(AGENT, "c1", "sales", 79);
    expect(told(heard, /^contact|gap/)).toMatchObject([
      { type: "contact.lost", contactId: "c3" },
      { type: "source.gap", fromMs: instant("08:59:40"), toMs: instant("09:00:00") },
      { type: "contact.completed", contactId: "c2", talkMs: 40_000 },
      { type: "contact.answered", ...visit("c1", "sales") },
    ]);
  });

  const waiting = { ...open, contactId: contactId("c1"), answeredAtMs: null, agentId: null };
  const stay1 = { contactId: contactId("c1"), queueId: queueId("sales"), stay: 1 };

  it("[AG1] a member who was taken out of a queue while nobody listened has left it", () => {
    const ana = { agentId: agentId(AGENT), name: "Ana" };
    const heard = createListener({
      resume: known({
        memberships: [
          { ...ana, queueId: queueId("sales") },
          { ...ana, queueId: queueId("support") },
          { agentId: agentId("PJSIP/1002"), queueId: queueId("sales"), name: "Rui" },
        ],
      }),
    });
    heard.at("09:00:00").connects();
    heard.at("09:00:00").memberRow(AGENT, "sales");
    heard.at("09:00:00").listed();
    expect(told(heard, /^agent/)).toMatchObject([
      { type: "agent.joined", agentId: AGENT, queueId: "sales" },
      { type: "agent.state-changed", agentId: AGENT, queueId: null, state: "available" },
      { type: "agent.left", agentId: AGENT, queueId: "support" },
      { type: "agent.left", agentId: "PJSIP/1002", queueId: "sales" },
    ]);
    heard.at("09:05:00").memberRow(AGENT, "sales");
    heard.at("09:05:00").listed();
    expect(told(heard, /^agent/)).toEqual([]);
  });

  it("[AG1] one who is taken out before the first list has left once; the log knows him by his name", () => {
    const memberships = [{ agentId: agentId(AGENT), queueId: queueId("sales"), name: "Ana" }];
    const heard = createListener({
      resume: known({ memberships, openVisits: [waiting] }),
      queueLog: `${second("08:59:50")}|c1|sales|Ana|CONNECT|50|leg|4\n`,
    });
    heard.at("09:00:00").connects();
    heard.at("09:00:00").listed();
    heard.at("09:00:01").member(AGENT, "sales", {}, "QueueMemberRemoved");
    expect(told(heard, /^agent.left|answered/)).toMatchObject([
      { type: "contact.answered", agentId: AGENT },
      { type: "agent.left", agentId: AGENT },
    ]);
  });

  it("[CO1] a caller who comes again after it is another stay, also where the one before is over", () => {
    const heard = createListener({ resume: known({ stays: [{ ...stay1, stay: 2 }] }) });
    heard.at("09:00:00").connects();
    heard.at("09:00:00").listed();
    heard.at("09:00:10").joins("c1", "sales");
    heard.at("09:00:20").tries("c1", "sales");
    heard.at("09:00:20").status("c1", "FULL");
    expect(keys(heard, /^contact/)).toEqual(["o|c1|sales|3", "f|c1|sales|4"]);
  });

  it("[TI5] what the log says of the second in which we were stopped keeps its name", () => {
    const heard = createListener({
      resume: known({ stays: [stay1] }),
      queueLog: [
        `${second("08:59:40")}|c1|sales|NONE|ENTERQUEUE||5511999|1`,
        `${second("08:59:40")}|c1|sales|NONE|ABANDON|1|1|0`,
        `${second("08:59:50")}|c1|sales|NONE|ENTERQUEUE||5511999|1`,
        `${second("08:59:55")}|c1|sales|NONE|ABANDON|1|1|5`,
      ].join("\n"),
    });
    heard.at("09:00:00").connects();
    heard.at("09:00:00").listed();
    expect(keys(heard, /^contact/)).toEqual(["o|c1|sales|1", "x|c1|sales|1", "o|c1|sales|2", "x|c1|sales|2"]);
  });

  it("[TI5] rings that nobody answered are counted on, those told before not again", () => {
    const rings = ["r|c1|sales|1|PJSIP/1001|1", "r|c1|sales|1|PJSIP/1001|2"];
    const heard = createListener({
      resume: known({ openVisits: [{ ...waiting, unansweredRingKeys: rings }], stays: [stay1] }),
      queueLog: [
        `${second("08:59:40")}|c1|sales|PJSIP/1001|RINGNOANSWER|5000`,
        `${second("08:59:50")}|c1|sales|PJSIP/1001|RINGNOANSWER|5000`,
      ].join("\n"),
    });
    heard.at("09:00:00").connects();
    listCaller(heard, "09:00:00", "c1", 59);
    heard.at("09:00:00").memberRow(AGENT, "sales");
    heard.at("09:00:00").listed();
    heard.at("09:00:10").ringsOut(AGENT, "c1", "sales", 5_000);
    expect(keys(heard, /rang/)).toEqual(["r|c1|sales|1|PJSIP/1001|3", "r|c1|sales|1|PJSIP/1001|4"]);
  });

  it("[CO2] who was lost before and is listed now waits again; who is not stays unknown", () => {
    const lost = { ...waiting, isLost: true };
    const openVisits = [lost, { ...lost, contactId: contactId("c2") }];
    const heard = createListener({ resume: known({ openVisits }) });
    heard.at("09:00:00").connects();
    listCaller(heard, "09:00:00", "c1", 59);
    heard.at("09:00:00").listed();
    heard.at("09:00:10").answers(AGENT, "c1", "sales", 69);
    expect(told(heard, /^contact/)).toMatchObject([
      { type: "contact.still-waiting", ...visit("c1", "sales"), atMs: instant("09:00:00") },
      { type: "contact.answered", ...visit("c1", "sales") },
    ]);
  });
});
