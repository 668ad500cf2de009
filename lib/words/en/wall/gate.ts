import type { Widen } from "../../widen";

export type WallGateWords = Widen<typeof gate>;

/** What a screen says that has no board to show, because of who it is. */
export const gate = {
  notSetUp: "Pickup is waiting for its first administrator",
  openLink: "The link for that stands where the server was started.",
  gone: (display: string): string => `What the display ${display} showed is no longer configured`,
  chooseAnother: "Choose another board for it in the settings, under Displays.",
  identify: "This display is called",
};
