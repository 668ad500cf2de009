import type { Widen } from "../widen";

export type WayInWords = Widen<typeof wayIn>;

/** What only the way in says. */
export const wayIn = {
  boards: "Boards",
};
