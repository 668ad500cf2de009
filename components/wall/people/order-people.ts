import type { AgentState } from "../../../lib/events";
import type { PersonView } from "../../../lib/metrics/snapshot-types";
import type { AgentActivity } from "../../shared/agent-glyph";

/** A person who is there, with the shape of what he does; null: his source does not say. */
export type Person = PersonView & { readonly id: string; readonly activity: AgentActivity | null };

const ACTIVITY: Readonly<Record<AgentState, AgentActivity | null>> = {
  available: "available",
  ringing: "ringing",
  "on-contact": "onContact",
  "wrap-up": "wrapUp",
  paused: "paused",
  "logged-out": null,
  "not-reported": null,
};
const ORDER: readonly AgentState[] = ["available", "ringing", "on-contact", "wrap-up", "paused", "not-reported"];
const names = new Intl.Collator("en", { numeric: true });

/** Who is there, in the order in which they can help, then by name. Who has logged out is left out. */
export const orderPeople = (people: Readonly<Record<string, PersonView>>): readonly Person[] =>
  Object.entries(people)
    .filter(([, { state }]) => state !== "logged-out")
    .map(([id, person]): Person => ({ ...person, id, activity: ACTIVITY[person.state] }))
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || names.compare(a.name, b.name));
