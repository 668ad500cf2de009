import type { JSX } from "react";
import { DemoMark } from "../../shared/demo-mark";
import { FeedBadge } from "../../shared/feed-badge";
import { useWallWords } from "../../shared/speech/use-wall-words";
import { textEm } from "../layout/letter-widths";
import type { WallPlan } from "../layout/wall-plan";
import { nameLeastEm, thatFits } from "./fit-words";

type Props = {
  readonly plan: Pick<WallPlan, "innerPx" | "labelPx" | "figurePx" | "topPx" | "shape">;
  readonly siteName: string;
  readonly boardName: string;
  /** The board shows everything: its name matters less than the site's. */
  readonly whole: boolean;
  /** The calls are made up by the simulator. */
  readonly demo: boolean;
  /** In wordings, the longest first. */
  readonly hours: readonly string[];
  /** In wordings; null: all feeds are live. */
  readonly feed: readonly string[] | null;
  readonly time: string;
  /** 0 to 59 */
  readonly second: number;
};

/** Of a letter: the dot between two, the mark before the feed's words, and what Demo takes more than its letters. */
const DOT_EM = 1.1;
const MARK_EM = 1.9;
const DEMO_PAD_EM = 1;

/** Whose board this is, whether they are open, how the feeds stand, and a clock that visibly lives. */
export function TopLine(props: Props): JSX.Element {
  const { plan, demo, hours, feed, time, second } = props;
  const { shared } = useWallWords();
  const clockEm = (textEm("00:00") * plan.figurePx) / plan.labelPx + 1;
  const demoEm = demo ? textEm(shared.demo) + DEMO_PAD_EM : 0;
  const lineEm = plan.innerPx / plan.labelPx;
  const twoLines = plan.shape !== "lying";
  const one = props.whole ? props.siteName : props.boardName;
  // On a narrow picture the clock gives way to the name, and stands beside the hours.
  const below = twoLines && lineEm - clockEm - demoEm < nameLeastEm(one);
  const nameRoomEm = lineEm - demoEm - (below ? 0 : clockEm);
  const names = namesThatFit(props, nameRoomEm, twoLines);
  const roomEm = twoLines ? lineEm - (below ? clockEm : 0) : lineEm - clockEm - demoEm - names.usedEm - DOT_EM;
  const says = feed === null ? hours.find((each) => textEm(each) <= roomEm) : thatFits(feed, roomEm - MARK_EM);
  return (
    <header className="top" style={{ height: plan.topPx }} data-lines={twoLines ? 2 : 1}>
      <h1 className="top-name" style={{ maxWidth: Math.floor(nameRoomEm * plan.labelPx) }}>
        {names.site === null ? null : <bdi className="top-site">{names.site}</bdi>}
        {names.site !== null && names.board !== null ? <span className="dot">·</span> : null}
        {names.board === null ? null : (
          <bdi className={names.site === null ? "top-site" : undefined}>{names.board}</bdi>
        )}
      </h1>
      {demo ? <DemoMark /> : null}
      {feed === null && says !== undefined ? (
        <p className="top-hours">
          {twoLines ? null : <span className="dot">·</span>}
          {says}
        </p>
      ) : null}
      <p className="top-feed" role="status">
        {feed === null ? null : <FeedBadge state="stale" says={says ?? ""} />}
      </p>
      <p className="clock" data-below={below}>
        <time>{time}</time>
        <svg className="seconds" viewBox="0 0 60 3" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <rect className="seconds-track" width="60" height="3" />
          <rect className="seconds-bar" width={second + 1} height="3" />
        </svg>
      </p>
    </header>
  );
}

type Names = { readonly site: string | null; readonly board: string | null; readonly usedEm: number };

/** Both names where there is room beside the shortest of what else is said; otherwise the one that tells more. */
function namesThatFit(props: Props, roomEm: number, twoLines: boolean): Names {
  const { siteName: site, boardName: board, whole, hours, feed } = props;
  const says = feed ?? hours;
  const besideEm = twoLines ? 0 : DOT_EM + textEm(says.at(-1) ?? "") + (feed === null ? 0 : MARK_EM);
  const bothEm = textEm(site) * 1.06 + DOT_EM + textEm(board);
  if (bothEm + besideEm <= roomEm) return { site, board, usedEm: bothEm };
  const one = whole ? site : board;
  const usedEm = Math.min(textEm(one) * 1.06, Math.max(nameLeastEm(one), roomEm - besideEm));
  return whole ? { site, board: null, usedEm } : { site: null, board, usedEm };
}
