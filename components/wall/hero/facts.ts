import type { AgentCounts, Figures } from "../../../lib/metrics/snapshot-types";
import type { WallLexicon } from "../../../lib/words/load/wall";
import { ACTIVITIES } from "../../shared/agent-glyph";
import { thresholdText } from "../../shared/words";
import type { ContentInput, TileContent } from "./content";
import { tell, type Told } from "./told";

type Facts = TileContent["facts"];

/** What a service level rests on, by its formula, and its goal. */
export function levelFacts({ total, judged, heard }: ContentInput, words: WallLexicon): Facts {
  const { wall, formats, figures } = words;
  const { target } = total;
  const { level } = judged.figures;
  const goal: Told = { says: wall.goal("{goal}"), values: { goal: formats.percent(target.goalRatio) }, tone: "goal" };
  if (level.decided === 0) return [[tell(heard ? wall.noneDecided : wall.notKnown)], [goal]];
  const counts = { met: formats.count(level.met), decided: formats.count(level.decided) };
  const threshold = thresholdText(target.thresholdMs, words);
  const share = wall.of("{met}", "{decided}");
  return [
    [
      tell(`${share} ${figures.formulas[target.formula](threshold)}`, counts),
      ...(target.formula === "offered" ? [tell(`${share} ${wall.within(threshold)}`, counts)] : []),
      tell(share, counts),
    ],
    [goal],
  ];
}

/** What an answer rate rests on. */
export function answerFacts({ heard }: ContentInput, figures: Figures, { wall, formats }: WallLexicon): Facts {
  if (figures.answerRateRatio === null) return [];
  const count = (number: number): string => formats.count(heard ? number : null);
  const values = { answered: count(figures.answered), ended: count(figures.answerRateBase) };
  const share = wall.of("{answered}", "{ended}");
  return [[tell(wall.calls(share), values), tell(share, values)]];
}

/** Who is still to be called back, and who was won back in time; nothing where nobody was missed. */
export function recoveryFacts({ recoveries }: ContentInput, { wall, formats }: WallLexicon): Facts {
  const { open, overdue, missed, recoveredInTime } = recoveries;
  const counts = { toCallBack: formats.count(open), callBackOverdue: formats.count(overdue) };
  const plain = tell(wall.toCallBack("{toCallBack}"), { toCallBack: counts.toCallBack });
  const late = tell(wall.toCallBackOverdue("{toCallBack}", "{callBackOverdue}"), counts);
  const toCallBack = overdue > 0 ? [late, plain] : [plain];
  const share = wall.of("{recoveredInTime}", "{missedCallers}");
  const won = { recoveredInTime: formats.count(recoveredInTime), missedCallers: formats.count(missed) };
  return [...(open > 0 ? [toCallBack] : []), ...(missed > 0 ? [[tell(wall.wonBackInTime(share), won)]] : [])];
}

/** How long half and nine in ten of the answered waited. */
export function speedFacts({ asaMs, waitMedianMs, waitP90Ms }: Figures, { wall, formats }: WallLexicon): Facts {
  if (asaMs === null) return [];
  return [
    [tell(wall.median("{waitMedian}"), { waitMedian: formats.duration(waitMedianMs) })],
    [tell(wall.nineInTen("{waitP90}"), { waitP90: formats.duration(waitP90Ms) })],
  ];
}

/** How much of the handling was talk, and whether work afterwards is in it. */
export function handlingFacts({ ahtMs, talkMs, ahtIncludesWrapUp }: Figures, { wall, formats }: WallLexicon): Facts {
  if (ahtMs === null) return [];
  const talk = [tell(wall.talk("{talk}"), { talk: formats.duration(talkMs) })];
  return ahtIncludesWrapUp ? [talk] : [talk, [tell(wall.withoutWrapUp)]];
}

/** What those do who are not free, each with its shape; what nobody does is left out. */
export const agentFacts = (agents: AgentCounts, { shared, formats }: WallLexicon): Facts =>
  ACTIVITIES.filter((activity) => activity !== "available" && agents[activity] > 0).map((activity) => {
    const name = `agents.${activity}`;
    const values = { [name]: formats.count(agents[activity]) };
    return [
      { says: `{${name}} ${shared.activities[activity](agents[activity])}`, values, glyph: activity },
      { says: `{${name}}`, values, glyph: activity },
    ];
  });
