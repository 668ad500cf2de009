import type { AgentId, SourceId } from "../vocabulary";
import type { Visit } from "./visit";

/** DK5: how many visits of a day each person answered, by the source that told of them. */
export type AnswerBook = Map<SourceId, Map<AgentId, number>>;

/** Beyond so many of a source it is broken or hostile, as with its agents. */
const MAX_PEOPLE = 20_000;

type Added = Pick<Visit, "applied" | "place">;

/** Takes out whom a visit counted for before, puts in whom it counts for now; told again it changes nothing. */
export function changeAnswer(sourceId: SourceId, before: Added, after: Added): void {
  const was = before.applied?.answeredBy ?? null;
  const is = after.applied?.answeredBy ?? null;
  if (was === is && before.place?.day === after.place?.day) return;
  if (was !== null && before.place !== null) addAnswer(before.place.day.answers, sourceId, was, -1);
  if (is !== null && after.place !== null) addAnswer(after.place.day.answers, sourceId, is, 1);
}

/** Visits of the day that a person answered, in any queue, in and out of hours. */
export const answersOf = (book: AnswerBook, sourceId: SourceId, agentId: AgentId): number =>
  book.get(sourceId)?.get(agentId) ?? 0;

function addAnswer(book: AnswerBook, sourceId: SourceId, agentId: AgentId, sign: 1 | -1): void {
  let people = book.get(sourceId);
  if (people === undefined) book.set(sourceId, (people = new Map()));
  const held = people.get(agentId) ?? 0;
  const isFull = held === 0 && people.size >= MAX_PEOPLE;
  if (held + sign > 0 && !isFull) people.set(agentId, held + sign);
  else people.delete(agentId);
}
