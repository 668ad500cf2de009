import { agentId } from "../../../lib/vocabulary";
import type { OpenVisit, SourceResume } from "../source";
import { beginTalk } from "./talks";
import { addStay, type Call, callOf, plainPart, type Stay, visitKey, type VisitBook } from "./visits";

/** Takes up what was told before our start: visits that stand open, visits lost track of, and where counting goes on. */
export function resumeVisits(book: VisitBook, { openVisits, stays, heardUntilMs }: SourceResume): void {
  const toldUntilMs = heardUntilMs ?? -Infinity;
  for (const { contactId, queueId, stay } of stays) {
    const call = callOf(book, contactId, Math.max(0, toldUntilMs));
    const told = fromBefore(call, toldUntilMs).stays;
    told.set(queueId, Math.max(stay, told.get(queueId) ?? 0));
  }
  for (const visit of openVisits.toSorted((left, right) => left.offeredAtMs - right.offeredAtMs)) {
    resumeVisit(book, visit, toldUntilMs);
  }
}

const fromBefore = (call: Call, toldUntilMs: number) => (call.fromBefore ??= { stays: new Map(), toldUntilMs });

function resumeVisit(book: VisitBook, visit: OpenVisit, toldUntilMs: number): void {
  const { contactId, queueId, offeredAtMs, answeredAtMs } = visit;
  const stay = addStay(callOf(book, contactId, offeredAtMs), queueId, offeredAtMs, visit.stay);
  stay.offeredAtMs = offeredAtMs;
  stay.offeredExactly = true;
  resumeRings(stay, visit.unansweredRingKeys, toldUntilMs);
  if (visit.isLost) {
    stay.outcome = "lost";
    stay.endedAtMs = Math.max(offeredAtMs, toldUntilMs);
  }
  if (answeredAtMs === null) return;
  const agent = visit.agentId ?? agentId("");
  stay.outcome = "answered";
  stay.endedAtMs = answeredAtMs;
  stay.talk = beginTalk(agent, answeredAtMs, null);
  book.ports.talkBegan(stay, agent, answeredAtMs);
}

/** The agent and his count stand at the end of a ring's key. */
function resumeRings(stay: Stay, ringKeys: readonly string[], toldUntilMs: number): void {
  const prefix = `${visitKey("r", stay.name)}|`;
  for (const key of ringKeys) {
    const [face = "", number = ""] = key.startsWith(prefix) ? key.slice(prefix.length).split("|") : [];
    const count = Number(number);
    if (!Number.isSafeInteger(count) || count < 1) continue;
    const agent = agentId(plainPart(face));
    const known = stay.rings.get(agent)?.count ?? 0;
    stay.rings.set(agent, { count: Math.max(known, count), atMs: [], toldUntilMs });
  }
}
