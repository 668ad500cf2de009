import type { Widen } from "../../widen";

export type InboxWords = Widen<typeof inbox>;

/** What only messages about missed callers say; the rest is said as on the page. Counts come as number and as text. */
export const inbox = {
  titles: {
    missed: (who: string): string => `Missed: ${who}`,
    morning: (who: string): string => `Called while closed: ${who}`,
    "due-soon": (who: string): string => `Call back soon: ${who}`,
    overdue: (who: string): string => `Not called back in time: ${who}`,
  },
  callers: (count: number, text: string): string => `${text} ${count === 1 ? "caller" : "callers"}`,
  withheld: (count: number, text: string): string => `${text} ${count === 1 ? "caller" : "callers"} without a number`,
  ofThem: (_count: number, text: string): string => `${text} of them without a number`,
  more: (_count: number, text: string): string => `${text} more`,
  asOf: (moment: string): string => `as of ${moment}`,
  open: "Open the missed calls",
};
