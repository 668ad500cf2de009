import { type JSX, memo, useMemo } from "react";
import type { BoardSnapshot } from "../../../lib/metrics/snapshot-types";
import { AgentGlyph } from "../../shared/agent-glyph";
import { useWallWords } from "../../shared/speech/use-wall-words";
import type { PeoplePlan } from "../layout/people-plan";
import { pageOf } from "../queues/paging";
import { orderPeople, type Person } from "./order-people";

type Props = {
  readonly people: BoardSnapshot["people"];
  readonly plan: PeoplePlan;
  /** The instant the figures tick by. */
  readonly nowMs: number;
  /** The instant by which pages turn. */
  readonly turnAtMs: number;
};

/** Who is there, what they do, and since when; in pages where there are more than fit. */
export function PeopleStrip({ people: unordered, plan, nowMs, turnAtMs }: Props): JSX.Element {
  const { wall, formats } = useWallWords();
  const people = useMemo(() => orderPeople(unordered), [unordered]);
  const shown = pageOf(people, plan.places, turnAtMs, () => false);
  return (
    <section className="people" aria-labelledby="people" style={{ height: plan.heightPx }}>
      <h2 id="people" className="sr-only">
        {shown.pages > 1
          ? `${wall.people}, ${wall.pages(formats.count(shown.page), formats.count(shown.pages))}`
          : wall.people}
      </h2>
      <ul className="people-list" style={{ gridTemplateColumns: `repeat(${plan.perLine}, minmax(0, 1fr))` }}>
        {shown.rows.map((person) => (
          <PersonCell
            key={person.id}
            person={person}
            since={person.sinceAtMs === null ? null : formats.duration(Math.max(0, nowMs - person.sinceAtMs))}
            heightPx={plan.linePx}
          />
        ))}
      </ul>
    </section>
  );
}

type CellProps = { readonly person: Person; readonly since: string | null; readonly heightPx: number };

const PersonCell = memo(function PersonCell({ person, since, heightPx }: CellProps): JSX.Element {
  const { shared } = useWallWords();
  return (
    <li className="person" style={{ height: heightPx }} data-activity={person.activity}>
      {person.activity === null ? <span className="glyph" /> : <AgentGlyph activity={person.activity} />}
      <bdi className="person-name">{person.name}</bdi>
      <span className="person-does">
        {shared.agentStates[person.state]}
        {since === null ? null : <span className="person-since"> {since}</span>}
      </span>
    </li>
  );
});
