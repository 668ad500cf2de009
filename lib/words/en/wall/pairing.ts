import type { Widen } from "../../widen";

export type PairingWords = Widen<typeof pairing>;

/** What a screen says that wants to be let in. */
export const pairing = {
  title: "This screen is not let in yet",
  code: (signs: string): string => `The code is ${signs}`,
  enter: "On your computer, enter this code under Settings → Displays:",
  goodFor: "Good for ten minutes, then a new one comes by itself",
  noServer: "The server cannot be reached; this screen keeps trying",
  tooMany: "Many screens are waiting to be let in; a code comes here by itself",
  noCookies: "This browser keeps no cookies; without them it cannot be let in",
  letIn: "Let in; the board comes in a moment",
  signIn: "Sign in instead",
};
