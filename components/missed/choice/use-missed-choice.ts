import { createAddressChoice } from "../../shared/page/address-choice";
import { type MissedChoice, readMissedChoice, writeMissedChoice } from "./missed-choice";

export const { useChoice: useMissedChoice, choose: chooseMissed } = createAddressChoice(
  readMissedChoice,
  writeMissedChoice,
);

/** The address of another choice, for links. */
export const missedAddressOf = (choice: MissedChoice): string => `/missed${writeMissedChoice(choice, "")}`;
