import type { SmallestLetters } from "../../../lib/legibility";
import { textEm } from "./letter-widths";

export type ColumnKey = "waiting" | "longestWait" | "serviceLevel" | "answered" | "missed" | "agents";
/** How a row's people are shown. */
export type AgentForm = "free" | "counted" | "each";

/** What the rows say at their widest, so that columns stand still while figures tick. */
export type RowWidths = {
  readonly headings: Readonly<Record<ColumnKey, string>>;
  /** The heading where there is room for it. */
  readonly levelInFull: string;
  readonly waiting: string;
  readonly longestWait: string;
  readonly answered: string;
  readonly ofOffered: string;
  readonly missed: string;
  readonly free: string;
  /** Most people in a row. */
  readonly people: number;
  /** Digits of the largest count of people. */
  readonly peopleText: string;
  readonly longestName: string;
  readonly stateWord: string;
};

export type Column = { readonly key: ColumnKey; readonly widthPx: number; readonly heading: string };
export type Columns = {
  readonly columns: readonly Column[];
  readonly namePx: number;
  /** 0: no gauge. */
  readonly gaugePx: number;
  readonly agents: AgentForm;
  readonly stateWord: boolean;
  readonly gapPx: number;
};

/** Names are cut only after so many letters. */
const NAME_LETTERS = 10;
const NAME_EM = 5.9;
const NAME_WANTED_EM = 9;
const MARK_EM = 1.55;
const GAP_EM = 0.9;
const TIGHT_GAP_EM = 0.65;
const GAUGE_EM = 2.6;
const GAUGE_WANTED_EM = 4.5;
const GLYPH_EM = 0.86;
/** More people than this are counted by what they do. */
const DRAWN_ONE_BY_ONE = 12;

/** Of a row's letters: the unit, and letters of what stands beside a figure. */
const UNIT_EM = 0.72;

type Widths = Record<ColumnKey, number>;

function leastWidths(rows: RowWidths, { labelPx, figurePx }: SmallestLetters): Widths {
  const figure = (text: string): number => textEm(text) * figurePx;
  const body: Widths = {
    waiting: figure(rows.waiting),
    longestWait: figure(rows.longestWait),
    serviceLevel: figure("100") + textEm(" %") * figurePx * UNIT_EM,
    answered: figure(rows.answered) + textEm(rows.ofOffered) * labelPx,
    missed: figure(rows.missed),
    agents: textEm(rows.free) * labelPx,
  };
  const keys = Object.keys(body) as ColumnKey[];
  return Object.fromEntries(
    keys.map((key) => [key, Math.max(body[key], textEm(rows.headings[key]) * labelPx)]),
  ) as Widths;
}

/**
 * Which columns fit, by what a room needs most: who waits, how long, the level; then answered, people, the gauge, missed.
 * @param innerPx width there is
 * @param stacked names stand in a line of their own
 */
export function fitColumns(rows: RowWidths, letters: SmallestLetters, innerPx: number, stacked: boolean): Columns {
  const { labelPx } = letters;
  const least = leastWidths(rows, letters);
  const gapPx = Math.round((innerPx > 30 * labelPx ? GAP_EM : TIGHT_GAP_EM) * labelPx);
  const longestName = textEm(rows.longestName) * labelPx * 1.1;
  const nameLeast = MARK_EM * labelPx + Math.min(NAME_EM * labelPx, longestName);
  const nameWanted = MARK_EM * labelPx + Math.min(NAME_WANTED_EM * labelPx, longestName);
  let left = innerPx - (stacked ? 0 : nameLeast);
  const taken: ColumnKey[] = [];
  const take = (px: number): boolean => {
    if (px > left) return false;
    left -= px;
    return true;
  };
  const add = (key: ColumnKey): void => {
    // In a stack there is no gap before the first.
    if (take(least[key] + (stacked && taken.length === 0 ? 0 : gapPx))) taken.push(key);
  };
  add("waiting");
  add("longestWait");
  add("serviceLevel");
  const named = stacked ? 0 : nameWanted - nameLeast;
  if (taken.length === 3) {
    const reserve = Math.min(left, named);
    left -= reserve;
    add("answered");
    add("agents");
    let gauge = taken.includes("serviceLevel") && take(GAUGE_EM * labelPx + 0.5 * labelPx) ? GAUGE_EM * labelPx : 0;
    const agents = taken.includes("agents") ? agentForm(rows, letters, least.agents, take) : "free";
    add("missed");
    const stateWord = take(textEm(rows.stateWord) * labelPx * 1.12 + 0.6 * labelPx);
    left += reserve;
    const nameMore = stacked ? 0 : Math.min(left, Math.max(0, MARK_EM * labelPx + longestName - nameLeast));
    left -= nameMore;
    if (gauge > 0) {
      const more = Math.min(left, (GAUGE_WANTED_EM - GAUGE_EM) * labelPx);
      gauge += more;
      left -= more;
    }
    return build(taken, { agents, gaugePx: Math.floor(gauge), stateWord });
  }
  return build(taken, { agents: "free", gaugePx: 0, stateWord: false });

  function build(keys: readonly ColumnKey[], rest: Pick<Columns, "agents" | "gaugePx" | "stateWord">): Columns {
    const order: readonly ColumnKey[] = ["waiting", "longestWait", "serviceLevel", "answered", "missed", "agents"];
    const widthOf = (key: ColumnKey): number => {
      if (key === "serviceLevel" && rest.gaugePx > 0)
        return Math.max(least.serviceLevel, levelBody(letters) + rest.gaugePx + 0.5 * labelPx);
      return key === "agents" ? agentsPx(rows, letters, rest.agents, least.agents) : least[key];
    };
    const columns = order
      .filter((key) => keys.includes(key))
      .map((key) => {
        const widthPx = Math.ceil(widthOf(key));
        const inFull = key === "serviceLevel" && textEm(rows.levelInFull) * labelPx <= widthPx;
        return { key, widthPx, heading: inFull ? rows.levelInFull : rows.headings[key] };
      });
    const used = columns.reduce((sum, { widthPx }) => sum + widthPx, 0);
    const count = stacked ? columns.length - 1 : columns.length;
    const spare = innerPx - used - count * gapPx - (stacked ? 0 : nameLeast);
    // Names take what they need, gaps share the rest.
    const nameNeeds = stacked ? 0 : Math.max(0, MARK_EM * labelPx + longestName - nameLeast);
    const word = rest.stateWord && !stacked ? textEm(rows.stateWord) * labelPx * 1.12 + 0.6 * labelPx : 0;
    const loose = Math.max(0, spare - nameNeeds - word);
    const wider = count <= 0 ? 0 : Math.min(loose / (count + 1), labelPx * (stacked ? 3 : 1.2));
    const gap = Math.floor(gapPx + wider);
    return { columns, namePx: stacked ? innerPx : innerPx - used - count * gap, gapPx: gap, ...rest };
  }
}

const levelBody = ({ figurePx }: SmallestLetters): number => (textEm("100") + textEm(" %") * UNIT_EM) * figurePx;

function agentForm(
  rows: RowWidths,
  letters: SmallestLetters,
  freePx: number,
  take: (px: number) => boolean,
): AgentForm {
  const each = rows.people <= DRAWN_ONE_BY_ONE;
  const form: AgentForm = each ? "each" : "counted";
  return take(agentsPx(rows, letters, form, freePx) - freePx) ? form : "free";
}

function agentsPx(rows: RowWidths, { labelPx }: SmallestLetters, form: AgentForm, freePx: number): number {
  if (form === "each") return rows.people * GLYPH_EM * labelPx + 0.5 * labelPx + freePx;
  if (form === "counted") return 5 * (textEm(rows.peopleText) + GLYPH_EM + 0.55) * labelPx;
  return freePx;
}

export const NAME_IS_CUT_AFTER = NAME_LETTERS;
