import { agentId } from "../../../lib/vocabulary";
import type { OpenVisit } from "../source";
import { beginTalk } from "./talks";
import { addStay, callOf, type VisitBook } from "./visits";

/** Takes up the visits that stood open when the log was last written. */
export function resumeVisits(book: VisitBook, openVisits: readonly OpenVisit[]): void {
  for (const visit of openVisits.toSorted((left, right) => left.offeredAtMs - right.offeredAtMs)) {
    const { contactId, queueId, offeredAtMs, answeredAtMs } = visit;
    const stay = addStay(callOf(book, contactId, offeredAtMs), queueId, offeredAtMs, visit.stay);
    stay.offeredAtMs = offeredAtMs;
    stay.offeredExactly = true;
    if (answeredAtMs === null) continue;
    const agent = visit.agentId ?? agentId("");
    stay.outcome = "answered";
    stay.endedAtMs = answeredAtMs;
    stay.talk = beginTalk(agent, answeredAtMs, null);
    book.ports.talkBegan(stay, agent, answeredAtMs);
  }
}
