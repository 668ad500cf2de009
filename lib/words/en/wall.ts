import type { Widen } from "../widen";

export type WallWords = Widen<typeof wall>;

/** What only the wall says. */
export const wall = {
  connecting: "Connecting",
  noServer: "The server cannot be reached",
};
