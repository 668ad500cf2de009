import type { AgentRow } from "../../../lib/desk/desk-types";

/** Small letters without accents, as people type when they look for somebody. */
export const plainText = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();

/**
 * Who is listed: those signed in, and those logged out where they are asked for or somebody is looked for.
 * @param textOf what may be found of an agent, beyond his name
 */
export const listedAgents = (
  agents: readonly AgentRow[],
  filter: string,
  showsLoggedOut: boolean,
  textOf: (agent: AgentRow) => readonly string[],
): readonly AgentRow[] =>
  showsLoggedOut || isFilter(filter)
    ? filterAgents(agents, filter, textOf)
    : agents.filter(({ state }) => state !== "logged-out");

/** Whether it says anything. */
export const isFilter = (filter: string): boolean => filter.trim() !== "";

/**
 * Who matches every word of a filter, anywhere in his name, state, reason or queues.
 * @param textOf what may be found of an agent, beyond his name
 */
export function filterAgents(
  agents: readonly AgentRow[],
  filter: string,
  textOf: (agent: AgentRow) => readonly string[],
): readonly AgentRow[] {
  const words = plainText(filter).split(/\s+/).filter(Boolean);
  if (words.length === 0) return agents;
  return agents.filter((agent) => {
    const text = plainText([agent.name, ...textOf(agent)].join("\n"));
    return words.every((word) => text.includes(word));
  });
}
