import { assertNever } from "../../../lib/vocabulary";
import type { Words } from "../../../lib/words/words";
import type { SiteClock } from "../../shared/site-clock";
import { type DaySlot, QUARTER_MS } from "./day-series";

/** What is said of a quarter-hour, part by part, each with its own look. */
export type SlotPart = {
  readonly name: "offered" | "answered" | "missed" | "level" | "nothing" | "gap";
  readonly figure: string | null;
  readonly text: string;
};

/** `11:45–12:00` by the site's clock. */
export const slotTime = (slot: DaySlot, clock: SiteClock): string =>
  `${clock.toMinute(slot.startMs)}–${clock.toMinute(slot.startMs + QUARTER_MS)}`;

export function slotParts(
  slot: DaySlot,
  clock: SiteClock,
  { tables: { chart }, formats }: Pick<Words, "tables" | "formats">,
): readonly SlotPart[] {
  const { figures } = slot;
  const parts: SlotPart[] = [];
  if (figures === null) parts.push({ name: "nothing", figure: null, text: chart.noCalls });
  else {
    for (const name of ["offered", "answered", "missed"] as const) {
      parts.push({ name, figure: formats.count(figures[name]), text: chart[name] });
    }
    parts.push({ name: "level", figure: formats.percent(slot.levelRatio), text: chart.level });
    if (figures.decided > 0) {
      const text = chart.ofDecided(formats.count(figures.met), formats.count(figures.decided));
      parts.push({ name: "level", figure: null, text });
    }
  }
  for (const gap of slot.gaps) {
    parts.push({ name: "gap", figure: null, text: chart.noData(clock.toMinute(gap.fromMs), clock.toMinute(gap.toMs)) });
  }
  return parts;
}

/** As it is read aloud: the words behind the figures, the level before them. */
export function slotSentence(time: string, parts: readonly SlotPart[]): string {
  const said = parts.map(({ name, figure, text }) => {
    if (figure === null) return text;
    switch (name) {
      case "offered":
      case "answered":
      case "missed":
      case "nothing":
      case "gap":
        return `${figure} ${text}`;
      case "level":
        return `${text} ${figure}`;
      default:
        return assertNever(name);
    }
  });
  return `${time}: ${said.join(", ")}`;
}
