import type { JSX } from "react";
import { formatCount, formatDuration, formatPercent, NOT_REPORTED } from "../../../lib/format";
import type { AgentCounts, BoardSnapshot } from "../../../lib/metrics/snapshot-types";
import { ACTIVITIES, ACTIVITY_WORDS, AgentGlyph } from "../../shared/agent-glyph";
import { Figure } from "../../shared/figure";
import { FigureLabel } from "../../shared/figure-label";
import { isReported } from "../frame/condition";

/** What the day has come to, and what the people do. */
export function DayTiles({ total, contacts }: Pick<BoardSnapshot, "total" | "contacts">): JSX.Element {
  const { today } = total;
  const ended = today.answered + today.abandoned - today.shortAbandoned + today.overflowed;
  return (
    <div className="day">
      <dl className="tile tile-day">
        <div>
          <FigureLabel figure="missed">Missed today</FigureLabel>
          <dd className="number-small">
            <Figure text={formatCount(contacts.missed)} name="missed" />
          </dd>
          <dd className="beside">
            of <b>{formatCount(contacts.offered)}</b>
            <br />
            contacts
          </dd>
        </div>
      </dl>
      <dl className="tile tile-day">
        <div>
          <FigureLabel figure="answerRate" />
          <dd className="number-small">
            <Figure text={formatPercent(today.answerRateRatio)} name="answerRate" />
          </dd>
          <dd className="beside">
            <b data-figure="answered">{formatCount(today.answered)}</b> of
            <br />
            <b>{formatCount(ended)}</b> calls
          </dd>
        </div>
      </dl>
      <dl className="tile tile-day">
        <div>
          <FigureLabel figure="asa">Average speed of answer</FigureLabel>
          <dd className="number-small">
            <Figure text={formatDuration(today.asaMs)} name="asa" />
          </dd>
          <dd className="beside">
            median <b data-figure="waitMedian">{formatDuration(today.waitMedianMs)}</b>
            <br />9 in 10 by <b data-figure="waitP90">{formatDuration(today.waitP90Ms)}</b>
          </dd>
        </div>
      </dl>
      <TeamTile agents={total.agents} />
    </div>
  );
}

/** Everybody once, by what they do; at the same time the key to the shapes below. */
function TeamTile({ agents }: { readonly agents: AgentCounts }): JSX.Element {
  return (
    <dl className="tile tile-day tile-team">
      <div>
        <FigureLabel figure="agents" />
        {isReported(agents) ? (
          <dd className="team">
            {ACTIVITIES.map((activity) => (
              <span key={activity} className="team-slot" data-none={agents[activity] === 0}>
                <AgentGlyph activity={activity} />
                <span className="team-count">
                  <Figure text={formatCount(agents[activity])} name={`agents.${activity}`} />
                </span>
                <span className="team-word">{ACTIVITY_WORDS[activity]}</span>
              </span>
            ))}
          </dd>
        ) : (
          <dd className="number-small">{NOT_REPORTED}</dd>
        )}
      </div>
    </dl>
  );
}
