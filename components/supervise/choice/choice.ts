import type { WindowMinutes } from "../../../lib/config";
import { type FigurePart, LISTED_FIGURES, type ListedFigure } from "../../../lib/desk/contact-types";
import { type AgentSort, readAgentSort, writeAgentSort } from "../tables/agent-sort";
import { type BoardId, boardId, MAIN_BOARD, type QueueId, queueId } from "../../../lib/vocabulary";

export type QueueOrder = "worst" | "name";

/** What a supervisor looks at. All of it stands in the address, so that a link or a reload shows the same. */
export type Choice = {
  readonly boardId: BoardId;
  /** null: all of the board. */
  readonly queueId: QueueId | null;
  /** null: today. */
  readonly minutes: WindowMinutes | null;
  /** Whose contacts are open; null: none. */
  readonly figure: ListedFigure | null;
  /** null: all three. */
  readonly part: FigurePart | null;
  readonly order: QueueOrder;
  /** Of the agents; null: as goes without saying. */
  readonly sort: AgentSort | null;
  /** What the queues' names are filtered by. */
  readonly find: string;
  /** What the agents are filtered by. */
  readonly agents: string;
  /** Whether agents who are logged out are listed too. */
  readonly loggedOut: boolean;
};

export const WINDOWS: readonly (WindowMinutes | null)[] = [15, 30, 60, null];
const PARTS: readonly FigurePart[] = ["numerator", "denominator", "neither"];

/** @param search as the browser tells it, `?queue=support&minutes=30`; what it does not know is left out */
export function readChoice(search: string): Choice {
  const query = new URLSearchParams(search);
  const queue = query.get("queue") || null;
  const figure = LISTED_FIGURES.find((each) => each === query.get("figure")) ?? null;
  return {
    boardId: boardId(query.get("board") || MAIN_BOARD),
    queueId: queue === null ? null : queueId(queue),
    minutes: WINDOWS.find((each) => String(each) === query.get("minutes")) ?? null,
    figure,
    part: figure === null ? null : (PARTS.find((each) => each === query.get("part")) ?? null),
    order: query.get("order") === "name" ? "name" : "worst",
    sort: readAgentSort(query.get("sort")),
    find: query.get("find") ?? "",
    agents: query.get("agents") ?? "",
    loggedOut: query.get("logged-out") === "shown",
  };
}

/**
 * The address of a choice, without what goes without saying.
 * @param search where the rest of the address is taken from
 */
export function writeChoice(choice: Choice, search: string): string {
  const query = new URLSearchParams(search);
  const say = (name: string, value: string | null): void => {
    if (value === null || value === "") query.delete(name);
    else query.set(name, value);
  };
  say("board", choice.boardId === MAIN_BOARD ? null : choice.boardId);
  say("queue", choice.queueId);
  say("minutes", choice.minutes === null ? null : String(choice.minutes));
  say("figure", choice.figure);
  say("part", choice.figure === null ? null : choice.part);
  say("order", choice.order === "worst" ? null : choice.order);
  say("sort", choice.sort === null ? null : writeAgentSort(choice.sort));
  say("find", choice.find);
  say("agents", choice.agents);
  say("logged-out", choice.loggedOut ? "shown" : null);
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}
