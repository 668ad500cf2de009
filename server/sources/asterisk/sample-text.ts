/** As much of a message as a sample is taken from: one that is too long is not read to its end for it. */
const LOOKED_AT = 4_096;
const SAMPLE = 200;

/** Headers whose value names nobody who calls; every other one is shown by its name only (PV2). */
const SHOWN: ReadonlySet<string> = new Set([
  "Event",
  "Response",
  "EventList",
  "Queue",
  "Uniqueid",
  "DestUniqueid",
  "Linkedid",
  "Timestamp",
  "HoldTime",
  "TalkTime",
  "RingTime",
  "Wait",
  "Status",
  "Paused",
  "Reason",
]);
/** An instant, or the id that Asterisk makes of one, with the system's name before it. */
const INSTANT_OR_ID = /^(?:[A-Za-z][\w-]{0,31}-)?\d{10}\.\d{1,9}$/;
const FIVE_DIGITS = /\+?\d(?:[ ()./-]{0,2}\d){4,}/g;

/**
 * What the log may show of a message that could not be made use of (PV2): no number and no name of a caller.
 * @param message as it stands on the line, or its beginning
 */
export function sampleOf(message: string): string {
  const shown: string[] = [];
  const blanked: string[] = [];
  for (const line of linesOf(message)) {
    const [, name = "", value = ""] = /^([A-Z][A-Za-z]{0,39}): ?(.*)$/.exec(line) ?? [];
    if (SHOWN.has(name)) shown.push(`${name}: ${withoutNumbers(value)}`);
    else blanked.push(name === "" ? "…" : `${name}: …`);
  }
  return [...shown, ...blanked].join("\n").slice(0, SAMPLE);
}

/** The last line of a message that is cut may be half a number: it is left out. */
function linesOf(message: string): readonly string[] {
  const lines = message.slice(0, LOOKED_AT).split(/\r?\n/);
  if (message.length > LOOKED_AT && lines.length > 1) lines.pop();
  return lines.filter((line) => line !== "");
}

const withoutNumbers = (value: string): string => (INSTANT_OR_ID.test(value) ? value : value.replace(FIVE_DIGITS, "…"));
