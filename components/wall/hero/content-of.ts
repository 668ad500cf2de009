import type { BoardFigure } from "../../../lib/config";
import { worstJudgement } from "../../../lib/metrics/judgement";
import { assertNever } from "../../../lib/vocabulary";
import type { WallLexicon } from "../../../lib/words/load/wall";
import { thresholdText } from "../../shared/words";
import { isReported } from "../words/condition";
import type { ContentInput, TileContent } from "./content";
import { agentFacts, answerFacts, handlingFacts, levelFacts, speedFacts, recoveryFacts } from "./facts";
import { tell, type Told } from "./told";

/** What only some figures have. */
type Rest = Omit<TileContent, "figure" | "labels" | "judgement" | "judged" | "companion"> &
  Partial<Pick<TileContent, "judgement" | "judged" | "companion">>;

/** What each figure of the board's head says. */
export function contentOf(figure: BoardFigure, input: ContentInput, words: WallLexicon): TileContent {
  const rest = restOf(figure, input, words);
  const labels = labelsOf(figure, input, words);
  return { figure, labels, judgement: "none", judged: false, companion: null, ...rest };
}

function restOf(figure: BoardFigure, input: ContentInput, words: WallLexicon): Rest {
  const { total, contacts, judged, heard, longest } = input;
  const { wall, formats, shared } = words;
  const { figures, day } = judged;
  const { thresholds } = total.target;
  const count = (number: number): string => formats.count(heard ? number : null);
  switch (figure) {
    case "serviceLevel":
      return {
        name: "serviceLevel",
        text: formats.percent(figures.serviceLevelRatio),
        reserve: formats.percent(1),
        judgement: day.serviceLevel,
        judged: thresholds.serviceLevel !== null,
        facts: levelFacts(input, words),
      };
    case "waiting":
      return waitingOf(input, words);
    case "longestWait":
      return {
        name: "longestWait",
        text: formats.duration(longest?.waitMs ?? null),
        reserve: "00:00",
        judgement: longest?.judgement ?? "none",
        judged: true,
        facts: [
          longest === null
            ? [tell(heard ? wall.nobodyWaits : wall.notKnown)]
            : [{ says: "{queue}", values: { queue: longest.queueName }, tone: "name" }],
        ],
      };
    case "missed": {
      const offered = { offered: count(contacts.offered) };
      const share = wall.ofAll("{offered}");
      const base = [wall.contacts(share), share].map((says): Told => ({ says, values: offered, tone: "base" }));
      const recovered = recoveryFacts(input, words);
      const facts = [...recovered.slice(0, 1), base, ...recovered.slice(1)];
      return { name: "missed", text: count(contacts.missed), reserve: "00", facts };
    }
    case "abandoned": {
      const offered = { offered: count(total.today.offered) };
      const share = wall.ofAll("{offered}");
      const short = tell(wall.short("{shortAbandoned}"), { shortAbandoned: count(total.today.shortAbandoned) });
      const facts = [[tell(wall.calls(share), offered), tell(share, offered)], [short]];
      return { name: "abandoned", text: count(total.today.abandoned), reserve: "00", facts };
    }
    case "answerRate":
      return {
        name: "answerRate",
        text: formats.percent(figures.answerRateRatio),
        reserve: formats.percent(1),
        judgement: day.answerRate,
        judged: thresholds.answerRate !== null,
        facts: answerFacts(input, figures, words),
      };
    case "speedOfAnswer":
      return {
        name: "asa",
        text: formats.duration(figures.asaMs),
        reserve: "0:00",
        judgement: day.speedOfAnswer,
        judged: thresholds.speedOfAnswer !== null,
        facts: speedFacts(figures, words),
      };
    case "handlingTime": {
      const text = formats.duration(figures.ahtMs);
      return { name: "aht", text, reserve: "0:00", facts: handlingFacts(figures, words) };
    }
    case "agents": {
      const { agents } = total;
      const text = heard && !isReported(agents) ? shared.notReported : count(agents.available);
      const facts = heard && isReported(agents) ? agentFacts(agents, words) : [];
      return { name: "agents.available", text, reserve: "00", facts };
    }
    default:
      return assertNever(figure);
  }
}

/** How many wait, with the longest of them beside, unless the board has a tile for that. */
function waitingOf({ total, look, judged, heard, longest, thresholdMs }: ContentInput, words: WallLexicon): Rest {
  const { wall, formats } = words;
  const apart = look.figures.includes("longestWait");
  const wait = formats.duration(longest?.waitMs ?? null);
  const past =
    thresholdMs === null ? wall.pastTarget("{overdue}") : wall.past("{overdue}", thresholdText(thresholdMs, words));
  const overdue = [tell(past, { overdue: formats.count(heard ? total.overdue : null) })];
  // A tile of its own says of the longest wait what its queue asks for: only what others ask beyond that is said here.
  const isSaidApart = apart && longest?.judgement === judged.rowsWait;
  return {
    name: "waiting",
    text: formats.count(heard ? total.waiting : null),
    reserve: "00",
    judgement: isSaidApart ? judged.waiting : worstJudgement(judged.waiting, judged.rowsWait),
    judged: true,
    companion: apart ? null : { name: "longestWait", label: wall.longestWord, text: wait },
    facts: apart ? [overdue] : [[tell(wall.longest("{longestWait}"), { longestWait: wait })], overdue],
  };
}

const OF_NOW: ReadonlySet<BoardFigure> = new Set(["waiting", "longestWait", "agents"]);
const OF_THE_DAY: ReadonlySet<BoardFigure> = new Set(["missed", "abandoned"]);

/** A figure's name with the time it is taken over, where that is not now; figures of the window always name it. */
function labelsOf(
  figure: BoardFigure,
  { total, look }: ContentInput,
  { wall, formats }: WallLexicon,
): readonly string[] {
  const [label, brief] = [wall.labels[figure], wall.brief[figure]];
  if (OF_NOW.has(figure)) return [label, brief];
  if (OF_THE_DAY.has(figure)) return [wall.today(label), label, brief];
  if (look.period === "window") {
    const minutes = formats.count(total.window.minutes);
    return [wall.lastMinutes(label, minutes), wall.minutes(label, minutes), wall.minutes(brief, minutes)];
  }
  return [...(look.figures[0] === figure ? [wall.today(label)] : []), label, brief];
}
