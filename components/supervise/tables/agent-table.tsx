import { createContext, type JSX, type KeyboardEvent, useContext, useMemo, useState } from "react";
import type { AgentRow } from "../../../lib/desk/desk-types";
import type { QueueId } from "../../../lib/vocabulary";
import { LOCALES } from "../../../lib/words/language";
import { useDeskWords } from "../../shared/speech/use-desk-words";
import { AgentCells, stateText } from "./agent-cells";
import { isFilter, listedAgents } from "./agent-filter";
import { AgentHeads } from "./agent-heads";
import { type AgentSort, DEFAULT_AGENT_SORT, sortAgents } from "./agent-sort";
import { useSlash } from "./use-slash";
import { VirtualRows } from "./virtual-rows";

type Props = {
  readonly agents: readonly AgentRow[];
  /** Stands still where the figures are not live. */
  readonly nowMs: number;
  readonly live: boolean;
  /** false: nothing was ever told (UN1). */
  readonly heard: boolean;
  readonly queueNames: ReadonlyMap<QueueId, string>;
  /** Kept elsewhere, in the address. */
  readonly view: AgentView;
  readonly onView: (change: Partial<AgentView>) => void;
};

/** Which agents are listed, and in which order. */
export type AgentView = {
  /** null: the order that goes without saying. */
  readonly sort: AgentSort | null;
  readonly filter: string;
  readonly loggedOut: boolean;
};

const ROW_PX = 34;
/** Goes past the rows, straight to the cells that tick. */
const NowContext = createContext(0);
/** So many are seen at a glance. */
const FILTER_ABOVE = 8;

/** Who answers: what they do, since when, and how many contacts of today were theirs. */
export function AgentTable({ agents, nowMs, live, heard, queueNames, view, onView }: Props): JSX.Element {
  const { tables, formats, shared, language } = useDeskWords();
  const words = tables.agents;
  const { filter, loggedOut: showsLoggedOut } = view;
  const [own, setOwn] = useState<HTMLElement | null>(null);
  const [input, setInput] = useState<HTMLInputElement | null>(null);
  useSlash(own, input);

  const shownSort = view.sort ?? DEFAULT_AGENT_SORT;
  const signedIn = useMemo(() => agents.filter(({ state }) => state !== "logged-out"), [agents]);
  const free = signedIn.filter(({ state }) => state === "available").length;
  const loggedOut = agents.length - signedIn.length;
  const compareNames = useMemo(() => new Intl.Collator(LOCALES[language], { numeric: true }).compare, [language]);
  const rows = useMemo(() => {
    const textOf = (agent: AgentRow): readonly string[] => [
      stateText(agent, shared),
      ...agent.queueIds.map((queueId) => queueNames.get(queueId) ?? queueId),
    ];
    return sortAgents(listedAgents(agents, filter, showsLoggedOut, textOf), shownSort, compareNames);
  }, [agents, showsLoggedOut, filter, shownSort, shared, queueNames, compareNames]);

  const heads = useMemo(() => <AgentHeads sort={shownSort} onSort={(sort) => onView({ sort })} />, [shownSort, onView]);

  const onFilterKey = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && filter !== "") {
      event.preventDefault();
      event.stopPropagation();
      onView({ filter: "" });
    } else if (event.key === "ArrowDown") {
      event.preventDefault();
      own?.querySelector<HTMLElement>('[data-index][tabindex="0"]')?.focus();
    }
  };

  return (
    <section ref={setOwn} className="st-agents" aria-labelledby="st-agents-title" data-live={live}>
      <div className="st-head">
        <h2 id="st-agents-title">{words.title}</h2>
        {signedIn.length === 0 ? null : (
          <p className="st-note">
            {words.signedIn(signedIn.length, formats.count(signedIn.length), free, formats.count(free))}
          </p>
        )}
      </div>
      {agents.length > FILTER_ABOVE || filter !== "" ? (
        <div className="st-tools">
          <label className="st-filter">
            <span className="sr-only">{words.filterBy}</span>
            <input
              ref={setInput}
              type="search"
              value={filter}
              placeholder={words.filter}
              autoComplete="off"
              spellCheck={false}
              onChange={({ target }) => onView({ filter: target.value })}
              onKeyDown={onFilterKey}
            />
            <kbd aria-hidden="true">/</kbd>
          </label>
        </div>
      ) : null}
      {rows.length > 0 ? (
        <NowContext.Provider value={nowMs}>
          <VirtualRows
            rows={rows}
            rowHeightPx={ROW_PX}
            keyOf={keyOf}
            label={words.title}
            className="st-agent-rows"
            head={heads}
            render={renderAgent}
          />
        </NowContext.Provider>
      ) : (
        <p className="st-empty">{isFilter(filter) ? words.noneFound(filter) : heard ? words.none : tables.notKnown}</p>
      )}
      {loggedOut === 0 || isFilter(filter) ? null : (
        <button
          type="button"
          className="st-toggle"
          aria-expanded={showsLoggedOut}
          onClick={() => onView({ loggedOut: !showsLoggedOut })}
        >
          {words.loggedOut(loggedOut, formats.count(loggedOut))}
        </button>
      )}
    </section>
  );
}

const keyOf = ({ agentId }: AgentRow): string => agentId;

const renderAgent = ({ name, state, reason, sinceAtMs, answeredToday }: AgentRow): JSX.Element => (
  <>
    <AgentCells name={name} state={state} reason={reason} />
    <SinceCell sinceAtMs={sinceAtMs} />
    <AnsweredCell count={answeredToday} />
  </>
);

function SinceCell({ sinceAtMs }: Pick<AgentRow, "sinceAtMs">): JSX.Element {
  const { formats } = useDeskWords();
  const nowMs = useContext(NowContext);
  return (
    <span role="gridcell" className="st-right">
      {formats.duration(sinceAtMs === null ? null : Math.max(0, nowMs - sinceAtMs))}
    </span>
  );
}

const AnsweredCell = ({ count }: { readonly count: number }): JSX.Element => (
  <span role="gridcell" className="st-right st-soft">
    {useDeskWords().formats.count(count)}
  </span>
);
