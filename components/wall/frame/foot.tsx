import type { JSX } from "react";
import { type MarkState, StateShape } from "../../shared/state-mark";
import { useWallWords } from "../../shared/speech/use-wall-words";
import { textEm } from "../layout/letter-widths";
import type { WallPlan } from "../layout/wall-plan";
import { turnOf } from "../queues/paging";
import type { FootItem } from "../words/foot-items";
import { thatFits } from "./fit-words";
import { ASIDE_GAP_EM, fitItem, fullEm, leastEm, nameEm } from "./foot-room";

type Props = {
  readonly plan: Pick<WallPlan, "innerPx" | "labelPx" | "footPx" | "footLines" | "edgePx" | "sidePx">;
  /** What fires and what is wrong, what matters most first. */
  readonly items: readonly FootItem[];
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

/** Marks stand beside all lines of what is said, and lines do not break where they are full. */
const linesOf = (count: number): number => (count === 1 ? 1 : count * 0.84);

/** The one thing to know now, in words. */
export function Foot({ plan, items, calm, stale, gaps, atMs }: Props): JSX.Element {
  const { shared, wall, formats } = useWallWords();
  const first = stale === null ? items[0] : undefined;
  const state = stale !== null ? "no-data" : (first?.judgement ?? "ok");
  const word = first?.word ?? shared.states[state];
  const more = stale !== null || items.length < 2 ? null : wall.moreConditions(formats.count(items.length - 1));
  const lineEm = plan.innerPx / plan.labelPx;
  const wordEm = textEm(word) * 1.12 + GAP_EM;
  const moreEm = more === null ? 0 : textEm(more) + GAP_EM;
  const least = first === undefined ? 9 : leastEm(first, plan.footLines);
  // On several lines, who has it stands on the last.
  const saysLines = first !== undefined && first.aside.length > 0 ? Math.max(1, plan.footLines - 1) : plan.footLines;
  const roomFor = (besideEm: number, lines = saysLines): number => (lineEm - MARK_EM - besideEm) * linesOf(lines);
  // What gives way first is the state's word, whose shape and colour stay, then how many more there are.
  const hasMore =
    more !== null &&
    roomFor(moreEm) >= least &&
    lineEm - MARK_EM - moreEm >= (first === undefined ? 0 : nameEm(first.name));
  const hasWord =
    roomFor(wordEm + (hasMore ? moreEm : 0)) >=
    (first?.judgement === "none" ? fullEm(first, plan.footLines) : least + WORD_LEAVES_EM);
  const besideEm = (hasWord ? wordEm : 0) + (hasMore ? moreEm : 0);
  const roomEm = roomFor(besideEm, plan.footLines);
  const said = first === undefined ? null : fitted(first);
  const gap = gaps?.find((each) => textEm(each) + ASIDE_GAP_EM <= roomEm - gapLeaves(first, stale, calm)) ?? null;
  return (
    <footer
      className="foot"
      data-judgement={state}
      data-lines={said !== null && said.aside === null ? plan.footLines : saysLines}
      data-aside={said !== null && said.aside !== null && plan.footLines > 1 ? "below" : "beside"}
      style={{
        minHeight: plan.footPx,
        paddingLeft: plan.sidePx,
        paddingRight: plan.sidePx,
        paddingBottom: plan.edgePx * 0.6,
      }}
    >
      <p className="foot-says">
        <FootMark state={state} says={word} word={hasWord} />
        {first === undefined || said === null ? (
          <span className="foot-about">{thatFits(stale ?? turnOf(calm, atMs) ?? [""], roomEm)}</span>
        ) : (
          <span className="foot-about">
            <span className="foot-who">
              <bdi className="foot-name">{first.name}</bdi>:
            </span>{" "}
            <span className="foot-what">{said.says}</span>
          </span>
        )}
        {hasMore ? <span className="foot-more">{more}</span> : null}
      </p>
      {said === null || said.aside === null ? null : <p className="foot-aside">{said.aside}</p>}
      {gap === null || said?.aside ? null : (
        <p className="foot-gaps">
          <span className="hatch-swatch" aria-hidden="true" />
          {gap}
        </p>
      )}
    </footer>
  );

  function fitted(item: FootItem): ReturnType<typeof fitItem> {
    const { footLines } = plan;
    return footLines === 1 ? fitItem(item, roomEm, roomEm, null) : fitItem(item, roomFor(besideEm), roomEm, lineEm);
  }
}

type MarkProps = { readonly state: MarkState; readonly says: string; readonly word: boolean };

/** As everywhere, but an alert that somebody has is called what it is. */
const FootMark = ({ state, says, word }: MarkProps): JSX.Element => (
  <span className="state" data-state={state}>
    <StateShape state={state} />
    <span className={word ? "state-word" : "sr-only"}>{says}</span>
  </span>
);

/** What is needed for what matters more than a hole in the day. */
function gapLeaves(first: FootItem | undefined, stale: Props["stale"], calm: Props["calm"]): number {
  if (stale !== null) return textEm(stale[0] ?? "");
  if (first !== undefined) return nameEm(first.name) - textEm(": ") + textEm(first.says[0] ?? "") + 1;
  return Math.max(...calm.map((wordings) => textEm(wordings[0] ?? "")));
}
