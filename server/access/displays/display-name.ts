import { shownName } from "../../../lib/names/names";

/** A name as it is shown, cut where others are; null: nothing is left. */
export const displayNameOf = (text: string): string | null => shownName(text) || null;
