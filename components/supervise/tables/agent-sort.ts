import type { AgentRow } from "../../../lib/desk/desk-types";
import type { AgentState } from "../../../lib/events";
import { assertNever } from "../../../lib/vocabulary";

export type AgentSortKey = "name" | "state" | "time" | "answered";
/** As the address says it: `time.desc`. */
export type AgentSort = { readonly by: AgentSortKey; readonly descending: boolean };

export const AGENT_SORT_KEYS: readonly AgentSortKey[] = ["name", "state", "time", "answered"];
export const DEFAULT_AGENT_SORT: AgentSort = { by: "state", descending: false };

/** In the order in which they can help; who is away comes last. */
const STATE_ORDER: readonly AgentState[] = [
  "available",
  "ringing",
  "on-contact",
  "wrap-up",
  "paused",
  "not-reported",
  "logged-out",
];

/** @returns null: says nothing that is known */
export function readAgentSort(text: string | null): AgentSort | null {
  const [key, direction] = (text ?? "").split(".");
  const by = AGENT_SORT_KEYS.find((each) => each === key);
  if (by === undefined || (direction !== "asc" && direction !== "desc")) return null;
  return { by, descending: direction === "desc" };
}

export const writeAgentSort = ({ by, descending }: AgentSort): string => `${by}.${descending ? "desc" : "asc"}`;

/** What a press on a column's head asks for: the other way round, or the way round that is of use first. */
export const nextAgentSort = (sort: AgentSort, by: AgentSortKey): AgentSort =>
  sort.by === by ? { by, descending: !sort.descending } : { by, descending: by === "time" || by === "answered" };

/**
 * Equal ones by how long they have been at it, then by name. Whose time is not known comes last either way.
 * @param compareNames by the reader's language
 */
export function sortAgents(
  agents: readonly AgentRow[],
  { by, descending }: AgentSort,
  compareNames: (a: string, b: string) => number,
): readonly AgentRow[] {
  const turn = descending ? -1 : 1;
  const byName = (a: AgentRow, b: AgentRow): number => compareNames(a.name, b.name) || compareIds(a, b);
  const compare = (a: AgentRow, b: AgentRow): number => {
    switch (by) {
      case "name":
        return turn * byName(a, b);
      case "state":
        return turn * (rankOf(a) - rankOf(b)) || compareTimes(a, b, -1) || byName(a, b);
      case "time":
        return compareTimes(a, b, turn) || byName(a, b);
      case "answered":
        return turn * (a.answeredToday - b.answeredToday) || byName(a, b);
      default:
        return assertNever(by);
    }
  };
  return [...agents].sort(compare);
}

const rankOf = ({ state }: AgentRow): number => STATE_ORDER.indexOf(state);

const compareIds = (a: AgentRow, b: AgentRow): number => Number(a.agentId > b.agentId) - Number(a.agentId < b.agentId);

/** By the time spent, not by the instant: shortest first. */
function compareTimes(a: AgentRow, b: AgentRow, turn: number): number {
  if (a.sinceAtMs === null || b.sinceAtMs === null) return Number(a.sinceAtMs === null) - Number(b.sinceAtMs === null);
  return turn * (b.sinceAtMs - a.sinceAtMs);
}
