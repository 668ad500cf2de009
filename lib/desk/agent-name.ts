import type { Fold } from "../metrics/fold-state";
import { nameOfId } from "../names/names";
import type { AgentId, SourceId } from "../vocabulary";

/** Who answers, by the name his source gives him, otherwise by his id. */
export const agentNameOf = (fold: Fold, sourceId: SourceId, agentId: AgentId): string =>
  fold.sources.get(sourceId)?.agents.get(agentId)?.name ?? nameOfId(agentId);
