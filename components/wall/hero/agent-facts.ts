import type { AgentCounts } from "../../../lib/metrics/snapshot-types";
import type { Words } from "../../../lib/words/words";
import { ACTIVITIES } from "../../shared/agent-glyph";
import type { Told } from "./told";

/** What those do who are not free, each with its shape; what nobody does is left out. */
export const agentFacts = (agents: AgentCounts, { shared, formats }: Words): readonly (readonly Told[])[] =>
  ACTIVITIES.filter((activity) => activity !== "available" && agents[activity] > 0).map((activity) => {
    const name = `agents.${activity}`;
    const values = { [name]: formats.count(agents[activity]) };
    return [
      { says: `{${name}} ${shared.activities[activity](agents[activity])}`, values, glyph: activity },
      { says: `{${name}}`, values, glyph: activity },
    ];
  });
