import type { JSX } from "react";
import { useDeskWords } from "../../shared/speech/use-desk-words";
import { AGENT_SORT_KEYS, type AgentSort, nextAgentSort } from "./agent-sort";

type Props = { readonly sort: AgentSort; readonly onSort: (sort: AgentSort) => void };

/** The columns' heads: a press sorts by one, a second press turns the order round. */
export function AgentHeads({ sort, onSort }: Props): JSX.Element {
  const { agents } = useDeskWords().tables;
  return (
    <>
      {AGENT_SORT_KEYS.map((key) => {
        const order = sort.descending ? "descending" : "ascending";
        const isRight = key === "time" || key === "answered";
        return (
          <span
            key={key}
            role="columnheader"
            className={isRight ? "st-right" : undefined}
            aria-sort={sort.by === key ? order : "none"}
          >
            <button
              type="button"
              className="st-sort"
              title={key === "answered" ? agents.answeredMeaning : undefined}
              onClick={() => onSort(nextAgentSort(sort, key))}
            >
              {agents[key]}
            </button>
          </span>
        );
      })}
    </>
  );
}
