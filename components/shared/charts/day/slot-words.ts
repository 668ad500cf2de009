import type { DeskLexicon } from "../../../../lib/words/load/desk";
import type { SiteClock } from "../../time/site-clock";
import { type DaySlot, QUARTER_MS } from "./day-series";

/** What is said of a quarter-hour, part by part: a figure, with words on one side of it, or words alone. */
export type SlotPart = {
  readonly key: string;
  readonly before: string;
  readonly figure: string;
  readonly after: string;
};

/** `11:45–12:00` by the site's clock. */
export const slotTime = (slot: DaySlot, clock: SiteClock): string =>
  `${clock.toMinute(slot.startMs)}–${clock.toMinute(slot.startMs + QUARTER_MS)}`;

export function slotParts(
  slot: DaySlot,
  clock: SiteClock,
  { tables: { chart }, formats }: Pick<DeskLexicon, "tables" | "formats">,
): readonly SlotPart[] {
  const { figures, levelRatio, gaps } = slot;
  const gapParts = gaps.map(({ fromMs, toMs }) =>
    inWords(`gap${fromMs}`, chart.noData(clock.toMinute(fromMs), clock.toMinute(toMs))),
  );
  if (figures === null) return [inWords("nothing", chart.noCalls), ...gapParts];
  const counted = (["offered", "answered", "missed"] as const).map((key) => ({
    key,
    before: "",
    figure: formats.count(figures[key]),
    after: ` ${chart[key]}`,
  }));
  const level = { key: "level", before: `${chart.level} `, figure: formats.percent(levelRatio), after: "" };
  const ofDecided = chart.ofDecided(formats.count(figures.met), formats.count(figures.decided));
  return [...counted, level, ...(figures.decided > 0 ? [inWords("decided", ofDecided)] : []), ...gapParts];
}

/** As it is read aloud. */
export const slotSentence = (time: string, parts: readonly SlotPart[]): string =>
  `${time}: ${parts.map(({ before, figure, after }) => before + figure + after).join(", ")}`;

const inWords = (key: string, after: string): SlotPart => ({ key, before: "", figure: "", after });
