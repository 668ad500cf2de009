import { textEm } from "../layout/letter-widths";
import type { FootItem } from "../words/foot-items";
import { nameLeastEm, thatFits } from "./fit-words";

/** Between what is said and what stands at the end, of a letter. */
export const ASIDE_GAP_EM = 1.5;

export type FittedItem = {
  readonly says: string;
  /** null: there is no room for it, or nothing to say. */
  readonly aside: string | null;
};

/**
 * The least that an item takes of a foot of so many lines; on several, who has it stands on the last. What fires keeps
 * its figure, whose wordings grow shorter down to its name alone; what is judged keeps a figure in any wording.
 */
export function leastEm({ name, says, aside }: Pick<FootItem, "name" | "says" | "aside">, lines: number): number {
  const beside = lines === 1 ? aside.at(-1) : undefined;
  const least = aside.length > 0 ? says[0] : says.at(-1);
  return nameEm(name) + textEm(least ?? "") + (beside === undefined ? 0 : textEm(beside) + ASIDE_GAP_EM);
}

/** All that an item has to say, as `leastEm` counts it: what is calm has no need of a word for its mark. */
export const fullEm = ({ name, says, aside }: FootItem, lines: number): number =>
  leastEm({ name, says: says.slice(0, 1), aside: aside.slice(0, 1) }, lines);

/** A name with what parts it from what follows. */
export const nameEm = (name: string): number => nameLeastEm(name) + textEm(": ");

/**
 * What is said comes before who has it, which is said as fully as fits beside the fullest wording that leaves it any
 * place at all.
 * @param saysEm room for the name and what is said, where something stands at the end; on one line for both
 * @param aloneEm room where nothing does
 * @param asideEm of a line of its own for what stands at the end; null: it stands on the same line
 */
export function fitItem(item: FootItem, saysEm: number, aloneEm: number, asideEm: number | null): FittedItem {
  for (const says of item.says) {
    const takesEm = nameEm(item.name) + textEm(says);
    const leftEm = asideEm ?? saysEm - takesEm - ASIDE_GAP_EM;
    if (takesEm > saysEm) continue;
    const aside = item.aside.find((each) => textEm(each) <= leftEm);
    if (aside !== undefined) return { says, aside };
  }
  return { says: thatFits(item.says, aloneEm - nameEm(item.name)), aside: null };
}
