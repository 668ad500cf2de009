import type { Widen } from "../../../widen";

export type SilenceWords = Widen<typeof silences>;

/** Beginning a silence and ending it. */
export const silences = {
  add: "Begin a silence",
  rule: "Which rule",
  queues: "Which queues",
  all: "All queues",
  allMean: "And what concerns the whole site.",
  chosen: "Chosen queues",
  chosenMean: "All else is told as ever.",
  ringsOn: "What already rings is not quieted by a silence. Acknowledge it.",
  until: "Until when",
  quarter: "For 15 min",
  hour: "For one hour",
  closing: (moment: string): string => `Until closing, ${moment}`,
  opening: (moment: string): string => `Until the next opening, ${moment}`,
  time: "Until a time of your own",
  ends: (moment: string): string => `Ends ${moment}`,
  at: "Date and time",
  reason: "Reason",
  reasonHint: "Stands wherever the silence is shown.",
  writeReason: "Enter a reason.",
  later: (days: string): string => `Enter a time to come, within ${days} days.`,
  begin: "Begin",
  begun: (moment: string): string => `Silent until ${moment}.`,
  begunAt: (moment: string): string => `since ${moment}`,
  end: "End now",
  endMeans: "Whatever still fires is told at once.",
  confirmEnd: "End the silence",
  ended: "The silence has ended.",
};
