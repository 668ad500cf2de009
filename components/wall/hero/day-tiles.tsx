import type { JSX, ReactNode } from "react";
import { formatCount, formatDuration, formatPercent, NONE_YET } from "../../../lib/format";
import type { AgentCounts, BoardSnapshot } from "../../../lib/metrics/snapshot-types";
import type { FigureKey } from "../../../lib/words/words";
import { ACTIVITIES, AgentGlyph } from "../../shared/agent-glyph";
import { Figure } from "../../shared/figure";
import { FigureLabel } from "../../shared/figure-label";
import { useWords } from "../../shared/use-words";
import { isReported } from "../words/condition";

type Props = Pick<BoardSnapshot, "total" | "contacts"> & {
  /** false: nothing was ever told, no count is known. */
  readonly heard: boolean;
};

/** What the day has come to, and what the people do. */
export function DayTiles({ total, contacts, heard }: Props): JSX.Element {
  const { today } = total;
  const count = (number: number): string => formatCount(heard ? number : null);
  const ended = today.answered + today.abandoned - today.shortAbandoned + today.overflowed;
  return (
    <div className="day">
      <DayTile figure="missed" label="Missed today" text={count(contacts.missed)}>
        of <b>{count(contacts.offered)}</b>
        <br />
        contacts
      </DayTile>
      <DayTile figure="answerRate" label="Answer rate" text={formatPercent(today.answerRateRatio)}>
        <b data-figure="answered">{count(today.answered)}</b> of
        <br />
        <b>{count(ended)}</b> calls
      </DayTile>
      <DayTile figure="speedOfAnswer" label="Average speed of answer" text={formatDuration(today.asaMs)}>
        median <b data-figure="waitMedian">{formatDuration(today.waitMedianMs)}</b>
        <br />9 in 10 by <b data-figure="waitP90">{formatDuration(today.waitP90Ms)}</b>
      </DayTile>
      <TeamTile agents={heard ? total.agents : null} />
    </div>
  );
}

type DayTileProps = {
  readonly figure: FigureKey;
  readonly label: string;
  readonly text: string;
  /** What the figure rests on. */
  readonly children: ReactNode;
};

/** So many characters fit at full size beside their explanation. */
const FULL_SIZE = 4;

function DayTile({ figure, label, text, children }: DayTileProps): JSX.Element {
  return (
    <dl className="tile tile-day">
      <div>
        <FigureLabel figure={figure}>{label}</FigureLabel>
        <dd
          className="number-small"
          data-length={text.length > FULL_SIZE ? "long" : "short"}
          data-quiet={text === NONE_YET}
        >
          <Figure text={text} name={figure === "speedOfAnswer" ? "asa" : figure} />
        </dd>
        <dd className="beside">{children}</dd>
      </div>
    </dl>
  );
}

/** Everybody once, by what they do; at the same time the key to the shapes below. null: not known yet. */
function TeamTile({ agents }: { readonly agents: AgentCounts | null }): JSX.Element {
  const { shared } = useWords();
  return (
    <dl className="tile tile-day tile-team">
      <div>
        <FigureLabel figure="agents" />
        {agents === null || isReported(agents) ? (
          <dd className="team">
            {ACTIVITIES.map((activity) => (
              <span key={activity} className="team-slot" data-none={(agents?.[activity] ?? 0) === 0}>
                <AgentGlyph activity={activity} />
                <span className="team-count">
                  <Figure text={formatCount(agents?.[activity] ?? null)} name={`agents.${activity}`} />
                </span>
                <span className="team-word">{shared.activities[activity](agents?.[activity] ?? 0)}</span>
              </span>
            ))}
          </dd>
        ) : (
          <dd className="number-small">{shared.notReported}</dd>
        )}
      </div>
    </dl>
  );
}
