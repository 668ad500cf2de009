import type { Widen } from "../widen";

export type WallGateWords = Widen<typeof gate>;

/** What a screen says that has no board to show, because of who it is. */
export const gate = {
  notSetUp: "Pickup is waiting for its first administrator",
  openLink: "The link for that stands where the server was started.",
  gone: (display: string): string => `What the display ${display} showed is no longer configured`,
  chooseAnother: "Choose another board for it in the settings, under Displays.",
  identify: "This display is called",
  pairing: {
    title: "This screen is not let in yet",
    code: (signs: string): string => `The code is ${signs}`,
    enter: "On your computer, enter this code under Settings → Displays:",
    goodFor: "Good for ten minutes, then a new one comes by itself",
    noServer: "The server cannot be reached; this screen keeps trying",
    tooMany: "Many screens are waiting to be let in; a code comes here by itself",
    noCookies: "This browser keeps no cookies; without them it cannot be let in",
    letIn: "Let in; the board comes in a moment",
    signIn: "Sign in instead",
  },
};
