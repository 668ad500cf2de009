import type { JSX } from "react";
import { StateMark } from "../../shared/state-mark";
import { useWallWords } from "../../shared/speech/use-wall-words";
import { textEm } from "../layout/letter-widths";
import type { WallPlan } from "../layout/wall-plan";
import { turnOf } from "../queues/paging";
import type { Condition } from "../words/condition";
import { nameLeastEm, thatFits } from "./fit-words";

type Props = {
  readonly plan: Pick<WallPlan, "innerPx" | "labelPx" | "footPx" | "footLines" | "edgePx" | "sidePx">;
  /** Worst first. */
  readonly conditions: readonly Condition[];
  /** What is said, in turn, when nothing is wrong; each in wordings. */
  readonly calm: readonly (readonly string[])[];
  /** What is said when the figures are not live, in wordings; null: they are. */
  readonly stale: readonly string[] | null;
  /** Holes in the day's data, in wordings; null: none. */
  readonly gaps: readonly string[] | null;
  /** The instant by which what is said in turn turns. */
  readonly atMs: number;
};

/** Of a letter: the mark before its word, and the gaps. */
const MARK_EM = 1.6;
const GAP_EM = 0.9;
/** The state's word stands only where what is said keeps so much room. */
const WORD_LEAVES_EM = 4;

/** The one thing to know now, in words. */
export function Foot({ plan, conditions, calm, stale, gaps, atMs }: Props): JSX.Element {
  const { shared, wall, formats } = useWallWords();
  const worst = stale === null ? conditions[0] : undefined;
  const state = stale !== null ? "no-data" : (worst?.judgement ?? "ok");
  const more =
    stale !== null || conditions.length < 2 ? null : wall.moreConditions(formats.count(conditions.length - 1));
  const lineEm = plan.innerPx / plan.labelPx;
  const wordEm = textEm(shared.states[state]) * 1.12 + GAP_EM;
  const moreEm = more === null ? 0 : textEm(more) + GAP_EM;
  const nameEm = worst === undefined ? 0 : nameLeastEm(worst.name) + textEm(": ");
  const least = worst === undefined ? 9 : nameEm + textEm(worst.says.at(-1) ?? "");
  // Marks stand beside all lines of what is said, and lines do not break where they are full.
  const lines = plan.footLines === 1 ? 1 : plan.footLines * 0.84;
  const roomFor = (besideEm: number): number => (lineEm - MARK_EM - besideEm) * lines;
  // What gives way first is the state's word, whose shape and colour stay, then how many more there are.
  const hasMore = more !== null && roomFor(moreEm) >= least && lineEm - MARK_EM - moreEm >= nameEm;
  const hasWord = roomFor(wordEm + (hasMore ? moreEm : 0)) >= least + WORD_LEAVES_EM;
  const roomEm = roomFor((hasWord ? wordEm : 0) + (hasMore ? moreEm : 0));
  const gap = gaps === null ? null : gaps.find((each) => textEm(each) + 1.5 <= roomEm - gapLeaves(worst, stale, calm));
  return (
    <footer
      className="foot"
      data-judgement={state}
      data-lines={plan.footLines}
      style={{
        minHeight: plan.footPx,
        paddingLeft: plan.sidePx,
        paddingRight: plan.sidePx,
        paddingBottom: plan.edgePx * 0.6,
      }}
    >
      <p className="foot-says">
        <StateMark state={state} word={hasWord} />
        {worst === undefined ? (
          <span className="foot-about">{thatFits(stale ?? turnOf(calm, atMs) ?? [""], roomEm)}</span>
        ) : (
          <span className="foot-about">
            <span className="foot-who">
              <bdi className="foot-name">{worst.name}</bdi>:
            </span>{" "}
            <span className="foot-what">{thatFits(worst.says, roomEm - nameEm)}</span>
          </span>
        )}
        {hasMore ? <span className="foot-more">{more}</span> : null}
      </p>
      {gap === null || gap === undefined ? null : (
        <p className="foot-gaps">
          <span className="hatch-swatch" aria-hidden="true" />
          {gap}
        </p>
      )}
    </footer>
  );
}

/** What is needed for what matters more than a hole in the day. */
function gapLeaves(worst: Condition | undefined, stale: Props["stale"], calm: Props["calm"]): number {
  if (stale !== null) return textEm(stale[0] ?? "");
  if (worst !== undefined) return nameLeastEm(worst.name) + textEm(worst.says[0] ?? "") + 1;
  return Math.max(...calm.map((wordings) => textEm(wordings[0] ?? "")));
}
