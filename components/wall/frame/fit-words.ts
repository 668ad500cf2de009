import { textEm } from "../layout/letter-widths";

/** The longest wording that fits; the shortest where none does. @param wordings from long to short, at least one */
export const thatFits = (wordings: readonly string[], roomEm: number): string =>
  wordings.find((each) => textEm(each) <= roomEm) ?? wordings.at(-1) ?? "";

/** Names are cut only after so many letters, in ems. */
export const NAME_LEAST_EM = 6.3;

/** The least a name takes: all of it where it is short. */
export const nameLeastEm = (name: string): number => Math.min(NAME_LEAST_EM, textEm(name) * 1.04);
