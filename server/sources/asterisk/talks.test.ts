import { describe, expect, it } from "vitest";
import { createListener, instant, visit } from "./testing/listener";

const AGENT = "PJSIP/1001";

function answered() {
  const heard = createListener({ wrapUpS: { sales: 10 } });
  heard.at("09:00:00").joins("c1", "sales");
  heard.at("09:00:04").leaves("c1", "sales");
  heard.at("09:00:04.500").answers(AGENT, "c1", "sales");
  heard.news();
  return heard;
}

const completed = {
  type: "contact.completed",
  ...visit("c1", "sales"),
  agentId: AGENT,
  talkMs: 30_000,
  holdMs: 0,
  wrapUpMs: 10_000,
  endedBy: "caller",
};

describe("a conversation", () => {
  it("[AH1] runs from the answer to AgentComplete, with the queue's wrap-up", () => {
    const heard = answered();
    heard.at("09:00:34.500").completes(AGENT, "c1", "sales");
    expect(heard.news()).toEqual([completed]);
  });

  it("[AH1] is known by the agent's leg when the caller's channel is gone already", () => {
    const heard = answered();
    heard.at("09:00:34.400").hangsUp("c1");
    const fields = { DestUniqueid: "leg-c1", Queue: "sales", Interface: AGENT, TalkTime: 30, Reason: "caller" };
    heard.at("09:00:34.500").event("AgentComplete", fields);
    expect(heard.news()).toEqual([completed]);
  });

  it("[AH1] is over with the hang-up when AgentComplete never comes", () => {
    const heard = answered();
    heard.at("09:00:34.500").hangsUp("c1");
    heard.at("09:00:39.499").passes();
    expect(heard.news()).toEqual([]);
    heard.at("09:00:39.500").passes();
    expect(heard.told).toMatchObject([{ atMs: instant("09:00:34.500") }]);
    expect(heard.news()).toEqual([{ ...completed, endedBy: "unknown" }]);
  });

  it("[AH1] hold by either leg, or by both at once, is told apart from talk", () => {
    const heard = answered();
    heard.at("09:00:10").event("Hold", { Uniqueid: "c1" });
    heard.at("09:00:12").event("Hold", { Uniqueid: "leg-c1" });
    heard.at("09:00:15").event("Unhold", { Uniqueid: "c1" });
    heard.at("09:00:18").event("Unhold", { Uniqueid: "leg-c1" });
    heard.at("09:00:18").event("Unhold", { Uniqueid: "leg-c1" });
    heard.at("09:00:30").event("Hold", { Uniqueid: "leg-c1" });
    heard.at("09:00:34.500").completes(AGENT, "c1", "sales");
    expect(heard.news()).toEqual([{ ...completed, talkMs: 17_500, holdMs: 12_500 }]);
  });

  it("[AH1] ends once, whichever of AgentComplete and CONTINUE comes first", () => {
    const heard = answered();
    heard.at("09:00:34.499").status("c1", "CONTINUE");
    heard.at("09:00:34.500").completes(AGENT, "c1", "sales");
    heard.at("09:00:34.501").completes(AGENT, "c1", "sales");
    heard.at("09:00:34.502").hangsUp("c1");
    heard.at("09:00:50").passes();
    expect(heard.news()).toEqual([completed]);
  });

  it("a transfer ends it for the agent at once", () => {
    const heard = answered();
    heard.at("09:00:34.500").completes(AGENT, "c1", "sales", "transfer");
    expect(heard.news()).toEqual([{ ...completed, endedBy: "transfer" }]);
  });

  it("[CO5] rings that nobody answered are counted one by one, a refused one too", () => {
    const heard = createListener();
    heard.at("09:00:00").joins("c1", "sales");
    heard.at("09:00:05").ringsOut(AGENT, "c1", "sales", 5_000);
    heard.at("09:00:10").ringsOut(AGENT, "c1", "sales", 0);
    const rings = heard.told.filter(({ event }) => event.type === "agent.rang-unanswered");
    expect(rings.map(({ sourceKey }) => sourceKey)).toEqual(["r|c1|sales|1|PJSIP/1001|1", "r|c1|sales|1|PJSIP/1001|2"]);
    expect(rings.map(({ event }) => event)).toMatchObject([{ ringMs: 5_000 }, { ringMs: 0 }]);
  });

  it("[UN4] one whose answer was not heard is counted back from its whole seconds", () => {
    const heard = createListener();
    const fields = { Uniqueid: "c9", Queue: "sales", Interface: AGENT, HoldTime: 7, TalkTime: 20, Reason: "agent" };
    heard.at("09:01:00").event("AgentComplete", fields);
    expect(heard.told.map(({ event, atMs }) => [event.type, atMs])).toEqual([
      ["contact.offered", instant("09:00:33")],
      ["contact.answered", instant("09:00:40")],
      ["contact.completed", instant("09:01:00")],
    ]);
  });
});
