import type { Caller } from "../../lib/events";
import { shownName } from "../../lib/names/names";
import { plainNumber } from "../callers/rules/plain-number";
import { isNobodysNumber, isWithheld } from "../callers/rules/withheld";

/** Who calls, from texts as a source spells them. A withheld number is null. */
export const callerFromText = (number: string | null, name: string | null = null): Caller => ({
  number: numberFrom(someone(number)),
  name: someone(name),
});

/** A number as it is dialled: one caller, however his number is grouped. What is no number stays as it came. */
function numberFrom(text: string | null): string | null {
  const number = text === null ? null : (plainNumber(text) ?? text);
  return number === null || isNobodysNumber(number) ? null : number;
}

/** A name, or a reason that people typed, as it may be shown; null: there is none. */
export const nameFrom = (text: string | null): string | null => (text === null ? null : shownName(text) || null);

function someone(text: string | null): string | null {
  const clean = shownName(text ?? "");
  return isWithheld(clean) ? null : clean;
}
