import type { BoardFigure } from "../../../lib/config";
import { type Judgement, judgeFigures, judgeWaiting, worstJudgement } from "../../../lib/metrics/judgement";
import type { BoardSnapshot, Figures } from "../../../lib/metrics/snapshot-types";
import { assertNever } from "../../../lib/vocabulary";
import type { Words } from "../../../lib/words/words";
import { thresholdText } from "../../shared/words";
import { isReported } from "../words/condition";
import { agentFacts } from "./agent-facts";
import { sampleOf } from "./sample";
import type { Told } from "./told";

/** A figure that stands beside the tile's own: the longest wait beside how many wait. */
export type Companion = { readonly name: string; readonly label: string; readonly text: string };

/** What a tile of the head says, whatever room it gets. */
export type TileContent = {
  readonly figure: BoardFigure;
  /** What the page's figure is called, for those who read it by name. */
  readonly name: string;
  /** In wordings, the longest first. */
  readonly labels: readonly string[];
  readonly text: string;
  /** Room is kept for a text as wide as this. */
  readonly reserve: string;
  readonly judgement: Judgement;
  /** Whether it may ever be judged: its mark keeps a place. */
  readonly judged: boolean;
  readonly companion: Companion | null;
  /** The most important first; each in wordings, the longest first. */
  readonly facts: readonly (readonly Told[])[];
};

export type ContentInput = Pick<BoardSnapshot, "total" | "contacts" | "look" | "open"> & {
  /** false: nothing was ever told, no count is known. */
  readonly heard: boolean;
  /** false: nothing is judged. */
  readonly live: boolean;
  readonly longest: Longest | null;
  /** The threshold of all queues; null: they differ. */
  readonly thresholdMs: number | null;
};
/** Whoever has waited longest. */
export type Longest = { readonly waitMs: number; readonly queueName: string; readonly judgement: Judgement };

const told = (says: string, values: Told["values"] = {}): Told => ({ says, values });

/** What each figure of the board's head says. */
export function contentOf(figure: BoardFigure, input: ContentInput, words: Words): TileContent {
  const { total, look, live, open } = input;
  const figures = look.period === "window" ? total.window : total.today;
  const judged = judgeFigures(figures, total.target);
  const judge = (judgement: Judgement): Judgement => (live ? judgement : "none");
  const base = { figure, companion: null, facts: [] };
  const { thresholds } = total.target;
  switch (figure) {
    case "serviceLevel":
      return {
        ...base,
        ...named(figure, input, words, "rate"),
        name: "serviceLevel",
        text: words.formats.percent(figures.serviceLevelRatio),
        reserve: "100 %",
        // After closing there is nobody left to act on the day's service level.
        judgement: judge(open ? judged.serviceLevel : "none"),
        judged: thresholds.serviceLevel !== null,
        facts: levelFacts(input, words),
      };
    case "waiting":
      return { ...base, ...waitingContent(input, words), judged: true };
    case "longestWait":
      return {
        ...base,
        ...named(figure, input, words, "now"),
        name: "longestWait",
        text: words.formats.duration(input.longest?.waitMs ?? null),
        reserve: "00:00",
        judgement: judge(input.longest?.judgement ?? "none"),
        judged: true,
        facts: [
          input.longest === null
            ? [told(input.heard ? words.wall.nobodyWaits : words.wall.notKnown)]
            : [{ says: "{queue}", values: { queue: input.longest.queueName }, tone: "name" }],
        ],
      };
    case "missed":
    case "abandoned":
      return { ...base, ...countContent(figure, input, words), judgement: "none", judged: false };
    case "answerRate":
      return {
        ...base,
        ...named(figure, input, words, "rate"),
        name: "answerRate",
        text: words.formats.percent(figures.answerRateRatio),
        reserve: "100 %",
        judgement: judge(judged.answerRate),
        judged: thresholds.answerRate !== null,
        facts: answerFacts(input, figures, words),
      };
    case "speedOfAnswer":
      return {
        ...base,
        ...named(figure, input, words, "rate"),
        name: "asa",
        text: words.formats.duration(figures.asaMs),
        reserve: "0:00",
        judgement: judge(judged.speedOfAnswer),
        judged: thresholds.speedOfAnswer !== null,
        facts:
          figures.asaMs === null
            ? []
            : [
                [told(words.wall.median("{waitMedian}"), { waitMedian: words.formats.duration(figures.waitMedianMs) })],
                [told(words.wall.nineInTen("{waitP90}"), { waitP90: words.formats.duration(figures.waitP90Ms) })],
              ],
      };
    case "handlingTime":
      return {
        ...base,
        ...named(figure, input, words, "rate"),
        name: "aht",
        text: words.formats.duration(figures.ahtMs),
        reserve: "0:00",
        judgement: "none",
        judged: false,
        facts: [
          [told(words.wall.talk("{talk}"), { talk: words.formats.duration(figures.talkMs) })],
          ...(figures.ahtMs === null || figures.ahtIncludesWrapUp ? [] : [[told(words.wall.withoutWrapUp)]]),
        ],
      };
    case "agents":
      return {
        ...base,
        ...named(figure, input, words, "now"),
        name: "agents.available",
        text: !input.heard
          ? words.formats.count(null)
          : isReported(total.agents)
            ? words.formats.count(total.agents.available)
            : words.shared.notReported,
        reserve: "00",
        judgement: "none",
        judged: false,
        facts: input.heard && isReported(total.agents) ? agentFacts(total.agents, words) : [],
      };
    default:
      return assertNever(figure);
  }
}

/** A figure's name with the time it is taken over, where that is not now; figures of the window always name it. */
function named(
  figure: BoardFigure,
  { total, look }: ContentInput,
  { wall, formats }: Words,
  over: "now" | "today" | "rate",
): Pick<TileContent, "labels"> {
  const [label, brief] = [wall.labels[figure], wall.brief[figure]];
  if (over === "rate" && look.period === "window") {
    const minutes = formats.count(total.window.minutes);
    return { labels: [wall.lastMinutes(label, minutes), wall.minutes(label, minutes), wall.minutes(brief, minutes)] };
  }
  const isDated = over === "today" || (over === "rate" && look.figures[0] === figure);
  return { labels: [...(isDated ? [wall.today(label)] : []), label, brief] };
}

function levelFacts({ total, look, heard }: ContentInput, words: Words): TileContent["facts"] {
  const { wall, formats, figures } = words;
  const { target } = total;
  const sample = sampleOf(total, look.period);
  const goal: Told = { says: wall.goal("{goal}"), values: { goal: formats.percent(target.goalRatio) }, tone: "goal" };
  if (sample === null) return [[goal]];
  if (sample.decided === 0) return [[told(heard ? wall.noneDecided : wall.notKnown)], [goal]];
  const counts = { met: formats.count(sample.met), decided: formats.count(sample.decided) };
  const threshold = thresholdText(target.thresholdMs, words);
  const share = wall.of("{met}", "{decided}");
  return [
    [
      told(`${share} ${figures.formulas[target.formula](threshold)}`, counts),
      ...(target.formula === "offered" ? [told(`${share} ${wall.within(threshold)}`, counts)] : []),
      told(share, counts),
    ],
    [goal],
  ];
}

function waitingContent(input: ContentInput, words: Words): Omit<TileContent, "judged" | "figure"> {
  const { total, look, heard, live, longest, thresholdMs } = input;
  const { wall, formats } = words;
  const overdue = formats.count(heard ? total.overdue : null);
  const ofAll = judgeWaiting(total.waiting, total.target.thresholds.waiting);
  const apart = look.figures.includes("longestWait");
  const past =
    thresholdMs === null ? wall.pastTarget("{overdue}") : wall.past("{overdue}", thresholdText(thresholdMs, words));
  const wait = formats.duration(longest?.waitMs ?? null);
  return {
    ...named("waiting", input, words, "now"),
    name: "waiting",
    text: formats.count(heard ? total.waiting : null),
    reserve: "00",
    judgement: live ? worstJudgement(ofAll, apart ? "none" : (longest?.judgement ?? "none")) : "none",
    companion: apart ? null : { name: "longestWait", label: wall.longestWord, text: wait },
    facts: [
      ...(apart ? [] : [[told(wall.longest("{longestWait}"), { longestWait: wait })]]),
      [told(past, { overdue })],
    ],
  };
}

function countContent(
  figure: "missed" | "abandoned",
  input: ContentInput,
  words: Words,
): Omit<TileContent, "judged" | "judgement" | "figure" | "companion"> {
  const { total, contacts, heard } = input;
  const { wall, formats } = words;
  const count = (number: number): string => formats.count(heard ? number : null);
  const label = named(figure, input, words, "today");
  if (figure === "missed") {
    const offered = { offered: count(contacts.offered) };
    const facts = [[told(wall.contacts(wall.ofAll("{offered}")), offered), told(wall.ofAll("{offered}"), offered)]];
    return { ...label, name: "missed", text: count(contacts.missed), reserve: "00", facts };
  }
  const offered = { offered: count(total.today.offered) };
  const short = { shortAbandoned: count(total.today.shortAbandoned) };
  return {
    ...label,
    name: "abandoned",
    text: count(total.today.abandoned),
    reserve: "00",
    facts: [
      [told(wall.calls(wall.ofAll("{offered}")), offered), told(wall.ofAll("{offered}"), offered)],
      [told(wall.short("{shortAbandoned}"), short)],
    ],
  };
}

function answerFacts({ heard }: ContentInput, figures: Figures, { wall, formats }: Words): TileContent["facts"] {
  const { answered, abandoned, shortAbandoned, overflowed } = figures;
  if (figures.answerRateRatio === null) return [];
  const count = (number: number): string => formats.count(heard ? number : null);
  const values = { answered: count(answered), ended: count(answered + abandoned - shortAbandoned + overflowed) };
  const share = wall.of("{answered}", "{ended}");
  return [[told(wall.calls(share), values), told(share, values)]];
}
