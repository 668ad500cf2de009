import type { Widen } from "../../widen";

export type TellWords = Widen<typeof tell>;

/** How a laptop tells what fires while its page is open. */
export const tell = {
  label: "Be told here",
  sound: "Sound",
  soundMeans: "Critical alerts and warnings are heard until somebody has them",
  soundAsks: "Sound: press any key",
  notify: "Notifications",
  notifyMeans: "Critical alerts and warnings come up over other windows",
  notifyBlocked: "The browser blocks notifications of this page",
};
