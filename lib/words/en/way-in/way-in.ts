import type { Widen } from "../../widen";

export type WayInWords = Widen<typeof wayIn>;

/** What only the way in says. */
export const wayIn = {
  lead: "What the contact centre needs to know now, on every screen.",
  asking: "Asking the server…",
  noAnswer: "The server does not answer. This page keeps asking and fills as soon as it does.",
  boards: "Boards",
  noBoards: "None yet. Boards are named in the configuration file.",
  moreBoards: "More boards",
  wall: "Wall",
  supervise: "Supervise",
  /** A link's name for those who listen: where it goes, and with which board. */
  opens: (page: string, board: string): string => `${page}: ${board}`,
  /** Which of a board's queues ask for people, and which only for a look. */
  needSomeone: (count: number, queues: string): string => `${queues} ${count === 1 ? "needs" : "need"} someone`,
  toLookAt: (queues: string): string => `To look at: ${queues}`,
  goal: (percent: string): string => `goal ${percent}`,
  calls: (answered: string, offered: string): string => `${answered} of ${offered} answered`,
  longest: (wait: string): string => `longest ${wait}`,
  nobodyWaits: "nobody waits",
  noneMissed: "nobody",
  asOf: (time: string): string => `as of ${time}`,
  connecting: "Connecting",
  notShown: "This board is not there any more",
  rotations: "Rotations",
  rotationsMean: "Boards that take turns on one screen. One that needs someone comes up and stays.",
  every: (seconds: string): string => `every ${seconds} s`,
  sources: "Sources",
  noSources: "None.",
  kinds: { "asterisk-ami": "Asterisk", simulator: "Simulator" },
  sourceStates: {
    connecting: "connecting",
    syncing: "catching up",
    live: "live",
    stale: "no live data",
    down: "not connected",
  },
  lastHeard: (moment: string): string => `last heard ${moment}`,
  neverHeard: "never heard",
  /** Of a source that others tell of. */
  nothingTold: { yet: "nothing was told yet", for: (seconds: string): string => `nothing was told for ${seconds} s` },
  tryIt: "To find out why, this tries each source once and says what is wrong:",
  copy: "Copy",
  copied: "Copied",
  first: {
    title: "These calls are made up",
    lead: "A simulator plays a small contact centre. Your own calls are three steps away:",
    write: "Write this to pickup.config.yaml in Pickup's folder, with your telephone system in place of this one:",
    check: "Try it. Every source is asked once, and every problem is named:",
    restart: "End Pickup (Ctrl C) and start it again:",
  },
};
