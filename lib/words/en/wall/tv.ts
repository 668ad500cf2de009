import type { Widen } from "../../widen";

export type TvWords = Widen<typeof tv>;

/** What a television says of itself. */
export const tv = {
  /** About the screen, beside the board. */
  aboutScreen: "This screen",
  soundOff: "Sound is off – press OK",
  soundMuted: "Sound is muted – press M",
  /** Which of several boards is shown. */
  boardOf: (board: string, place: string, count: string): string => `${board}, board ${place} of ${count}`,
  leftOut: (boards: string): string => `No such board: ${boards}`,
  noRotation: (rotation: string): string => `There is no rotation “${rotation}”.`,
  keys: "Keys",
  turnKeys: "Previous and next board",
  fullScreenKey: "Full screen",
  muteKey: "Sound on or off",
  helpKey: "These keys",
  close: "Close",
};
