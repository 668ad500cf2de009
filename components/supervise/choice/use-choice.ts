import { createAddressChoice } from "../../shared/page/address-choice";
import { type Choice, readChoice, writeChoice } from "./choice";

export const { useChoice, choose } = createAddressChoice(readChoice, writeChoice);

/** The address of another choice, for links. */
export const addressOf = (choice: Choice): string => writeChoice(choice, "") || "?";
