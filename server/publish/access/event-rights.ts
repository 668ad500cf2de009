import type { Right } from "../../../lib/access/roles";

/** The right that each event needs which a socket may send. */
export type EventRights = ReadonlyMap<string, Right>;

/**
 * The table of rights, held against what is really answered.
 * @throws where an event is answered that has no entry, or an entry has no answer: such a server must not start
 */
export function eventRights(table: Readonly<Record<string, Right>>, answered: Iterable<string>): EventRights {
  const rights = new Map(Object.entries(table));
  const events = new Set(answered);
  const without = [...events].filter((event) => !rights.has(event));
  const unanswered = [...rights.keys()].filter((event) => !events.has(event));
  if (without.length > 0) throw new Error(`events without an entry in the table of rights: ${without.join(", ")}`);
  if (unanswered.length > 0)
    throw new Error(`entries in the table of rights without an event: ${unanswered.join(", ")}`);
  return rights;
}
