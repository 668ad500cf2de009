import type { Widen } from "../../widen";

export type PartWords = Widen<typeof parts>;

/** What the lists and forms of the settings say alike. */
export const parts = {
  cancel: "Cancel",
  close: "Close",
  copy: "Copy",
  copied: "Copied",
  lastSeen: (time: string): string => `Last seen: ${time}`,
  neverSeen: "Never seen yet",
  times: (zone: string): string => `All times: ${zone}, as this browser has it.`,
};
