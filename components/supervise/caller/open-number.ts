import type { RevealedCaller } from "../../../lib/access/access-types";
import { ask } from "../../access/ask";
import { createOpenNumber } from "../../shared/number/open-number";
import { readChoice } from "../choice/choice";

export const callerNumber = createOpenNumber<RevealedCaller>();
export const { useIsShown, hide: hideNumber } = callerNumber;

/**
 * Asks for one caller's number, which the server writes down.
 * @param key of the contact, as lists have it
 */
export function showNumber(place: string, key: string): void {
  const { boardId } = readChoice(globalThis.location.search);
  callerNumber.show(place, ask("POST", "/api/v1/contacts/number", { board: boardId, key }));
}
