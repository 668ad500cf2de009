import type { Widen } from "../widen";
import { tv } from "./tv";

export type WallWords = Widen<typeof wall>;

/** What only the wall says. */
export const wall = {
  tv,
  connecting: "Connecting",
  noServer: "The server cannot be reached",
};
