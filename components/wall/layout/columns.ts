import type { SmallestLetters } from "../../../lib/legibility";
import { textEm } from "./letter-widths";

export type ColumnKey = "waiting" | "longestWait" | "serviceLevel" | "answered" | "missed" | "agents";
/** How a row's people are shown: how many are free, how many do what, or one by one. */
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
  /** The largest count of people. */
  readonly peopleText: string;
  readonly longestName: string;
  readonly stateWord: string;
};

export type Column = { readonly key: ColumnKey; readonly widthPx: number; readonly heading: string };
export type Columns = {
  readonly columns: readonly Column[];
  /** 0: names stand in a line of their own. */
  readonly namePx: number;
  readonly nameLetterPx: number;
  /** 0: no gauge. */
  readonly gaugePx: number;
  readonly agents: AgentForm;
  readonly stateWord: boolean;
  readonly gapPx: number;
};

export type ColumnsInput = {
  readonly rows: RowWidths;
  readonly letters: SmallestLetters;
  readonly innerPx: number;
  /** Names stand in a line of their own. */
  readonly stacked: boolean;
  /** Columns have their names above them. */
  readonly headed: boolean;
};

/** What is shown of a row. */
type Shown = Pick<Columns, "agents" | "stateWord"> & { readonly keys: readonly ColumnKey[]; readonly gauge: boolean };

const ORDER: readonly ColumnKey[] = ["waiting", "longestWait", "serviceLevel", "answered", "missed", "agents"];
/** Of a label. Names are cut only after ten letters; others are cut rather than a column left out. */
const NAME = { least: 5.9, wanted: 8.5, spaced: 1.06 };
const MARK_EM = 1.6;
const GAP = { wide: 0.9, tight: 0.5, most: 2.2 };
const GAUGE = { least: 2.6, most: 4.6, gap: 0.5 };
const GLYPH_EM = 0.86;
const SLOT_GAP_EM = 0.6;
/** More people than this are counted by what they do. */
const DRAWN_ONE_BY_ONE = 12;
/** Of a figure. */
const UNIT_EM = 0.8;

/**
 * Which columns fit, by what a room needs most: who waits, how long, the level; then what was answered, who is free, the
 * gauge, everybody, what was missed, the state as a word.
 */
export function fitColumns(input: ColumnsInput): Columns {
  const { rows, letters, innerPx, stacked, headed } = input;
  const { labelPx, figurePx } = letters;
  const longestName = (MARK_EM + textEm(rows.longestName) * NAME.spaced) * labelPx;
  const nameOf = (em: number): number => (stacked ? 0 : Math.min((MARK_EM + em) * labelPx, longestName));
  let shown: Shown = { keys: [], gauge: false, agents: "free", stateWord: false };
  const offer = (change: Partial<Shown>, nameEm: number): void => {
    const next = { ...shown, ...change };
    if (neededPx(next, input, nameOf(nameEm)) <= innerPx) shown = next;
  };
  const offerKey = (key: ColumnKey, nameEm: number): void => offer({ keys: [...shown.keys, key] }, nameEm);
  offerKey("waiting", NAME.least);
  offerKey("longestWait", NAME.least);
  offerKey("serviceLevel", NAME.least);
  // Without its name nobody could tell what a further figure means.
  if (shown.keys.length === 3 && headed) {
    offerKey("answered", NAME.wanted);
    offerKey("agents", NAME.wanted);
    offer({ gauge: true }, NAME.wanted);
    if (shown.keys.includes("agents"))
      offer({ agents: rows.people <= DRAWN_ONE_BY_ONE ? "each" : "counted" }, NAME.wanted);
    offerKey("missed", NAME.wanted);
    offer({ stateWord: true }, NAME.wanted);
  }
  // What is left: names in full, a longer gauge, wider gaps, and the names have the rest.
  let left = innerPx - neededPx(shown, input, nameOf(NAME.least));
  const give = (px: number): number => {
    const given = Math.max(0, Math.min(left, px));
    left -= given;
    return given;
  };
  let namePx = nameOf(NAME.least) + (stacked ? 0 : give(longestName - nameOf(NAME.least)));
  const gaugePx = shown.gauge ? Math.floor(GAUGE.least * labelPx + give((GAUGE.most - GAUGE.least) * labelPx)) : 0;
  const gaps = gapsOf(shown, stacked);
  const gapLeast = gapOf(input);
  const gapMore = gaps === 0 ? 0 : give((GAP.most * labelPx - gapLeast) * gaps) / gaps;
  if (!stacked) namePx += left + (shown.stateWord ? wordPx(input) : 0);
  const nameLetterPx = (namePx - MARK_EM * labelPx) / (textEm(rows.longestName) * NAME.spaced);
  return {
    columns: ORDER.filter((key) => shown.keys.includes(key)).map((key) => columnOf(key, shown, input, gaugePx)),
    namePx: Math.floor(namePx),
    nameLetterPx: stacked ? figurePx : Math.max(labelPx, Math.min(figurePx, Math.floor(nameLetterPx))),
    gaugePx,
    agents: shown.agents,
    stateWord: shown.stateWord,
    gapPx: Math.floor(gapLeast + gapMore),
  };
}

function neededPx(shown: Shown, input: ColumnsInput, namePx: number): number {
  const gaugePx = shown.gauge ? GAUGE.least * input.letters.labelPx : 0;
  const columns = shown.keys.map((key) => columnOf(key, shown, input, gaugePx).widthPx);
  const word = shown.stateWord ? wordPx(input) : 0;
  return namePx + word + gapsOf(shown, input.stacked) * gapOf(input) + columns.reduce((sum, px) => sum + px, 0);
}

const gapsOf = ({ keys }: Shown, stacked: boolean): number => Math.max(0, stacked ? keys.length - 1 : keys.length);

const gapOf = ({ innerPx, letters: { labelPx } }: ColumnsInput): number =>
  Math.round((innerPx > 30 * labelPx ? GAP.wide : GAP.tight) * labelPx);

const wordPx = ({ rows, letters: { labelPx } }: ColumnsInput): number =>
  Math.ceil((textEm(rows.stateWord) * 1.12 + 0.6) * labelPx);

function columnOf(key: ColumnKey, shown: Shown, { rows, letters, headed }: ColumnsInput, gaugePx: number): Column {
  const { labelPx } = letters;
  const heading = headed ? rows.headings[key] : "";
  const widthPx = Math.ceil(Math.max(textEm(heading) * labelPx, bodyPx(key, shown, rows, letters, gaugePx)));
  const inFull = key === "serviceLevel" && headed && textEm(rows.levelInFull) * labelPx <= widthPx;
  return { key, widthPx, heading: inFull ? rows.levelInFull : heading };
}

function bodyPx(
  key: ColumnKey,
  { agents }: Shown,
  rows: RowWidths,
  { labelPx, figurePx }: SmallestLetters,
  gaugePx: number,
): number {
  if (key === "serviceLevel") {
    const level = (textEm("100") + textEm("\u202f%") * UNIT_EM) * figurePx;
    return level + (gaugePx === 0 ? 0 : gaugePx + GAUGE.gap * labelPx);
  }
  if (key === "answered") return textEm(rows.answered + rows.ofOffered) * figurePx;
  if (key !== "agents") return textEm(rows[key]) * figurePx;
  const freePx = textEm(rows.free) * labelPx;
  if (agents === "each") return (rows.people * GLYPH_EM + 0.3) * labelPx + freePx;
  return agents === "counted" ? 5 * (textEm(rows.peopleText) + GLYPH_EM + SLOT_GAP_EM) * labelPx : freePx;
}
