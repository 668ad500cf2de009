import type { MissedNumber } from "../../../lib/recovery/missed-api";
import { ask } from "../../access/ask";
import { createOpenNumber } from "../../shared/number/open-number";

/** Each at its recovery's place, by the id. */
export const missedNumber = createOpenNumber<MissedNumber>();
export const { useIsShown: useIsNumberShown, isShown: isNumberShown, hide: hideNumber } = missedNumber;

/** Asks for one caller's number, which the server writes down. */
export const showNumber = (id: string): void =>
  missedNumber.show(id, ask("POST", `/api/v1/missed/${encodeURIComponent(id)}/number`));
