import type { BoardSnapshot, PersonView, QueueRow } from "../../../lib/metrics/snapshot-types";
import type { WallLexicon } from "../../../lib/words/load/wall";
import { peopleWorking } from "../../shared/agent-glyph";
import type { RowWidths } from "./columns";
import { textEm, widestOf } from "./letter-widths";
import type { PeopleWidths } from "./people-plan";

const TEN_MINUTES_MS = 10 * 60_000;
const HOUR_MS = 6 * TEN_MINUTES_MS;

/** What the rows of a board say at their widest. @param longestWaitMs of all that wait */
export function rowWidthsOf(queues: readonly QueueRow[], longestWaitMs: number, words: WallLexicon): RowWidths {
  const { formats, shared, wall } = words;
  const most = (countOf: (row: QueueRow) => number): number => Math.max(0, ...queues.map(countOf));
  const count = (number: number): string => formats.count(asWideAs(number));
  const mostPeople = most(({ agents }) => peopleWorking(agents));
  const mostFree = most(({ agents }) => agents.available);
  return {
    headings: wall.columns,
    levelInFull: wall.level,
    waiting: count(
      Math.max(
        10,
        most(({ waiting }) => waiting),
      ),
    ),
    longestWait: waitAsWideAs(longestWaitMs),
    answered: count(most(({ today }) => today.answered)),
    ofOffered: ` ${wall.ofAll(count(most(({ today }) => today.offered)))}`,
    missed: count(most(({ today }) => today.missed)),
    free: widestOf(wall.free(count(Math.max(1, mostFree)), mostFree), wall.free(count(1), 1), shared.notReported),
    people: mostPeople,
    peopleText: count(mostPeople),
    longestName: widestOf(...queues.map(({ name }) => name)),
    stateWord: widestOf(shared.states.watch, shared.states.act),
  };
}

/** All nines: what counts up does not move its column until it has a digit more. */
const asWideAs = (count: number): number => 10 ** String(Math.max(0, Math.round(count))).length - 1;

function waitAsWideAs(waitMs: number): string {
  if (waitMs >= 10 * HOUR_MS) return "00:00:00";
  if (waitMs >= HOUR_MS) return "0:00:00";
  return waitMs >= TEN_MINUTES_MS ? "00:00" : "0:00";
}

/** What the strip of people says at its widest. @returns null: nobody is named */
export function peopleWidthsOf(people: BoardSnapshot["people"], { shared }: WallLexicon): PeopleWidths | null {
  const there = Object.values<PersonView>(people).filter(({ state }) => state !== "logged-out");
  if (there.length === 0) return null;
  const state = widestOf(...there.map((person) => shared.agentStates[person.state]));
  return {
    count: there.length,
    doesEm: textEm(`${state} 00:00`),
    nameEm: textEm(widestOf(...there.map(({ name }) => name))),
  };
}
