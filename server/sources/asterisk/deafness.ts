/** So many lists in a row may know more than the events told: one may have overtaken them. */
const LISTS_TO_BE_SURE = 2;

/** Notices a login that works and lists all, but to which no queue events are sent. */
export type Deafness = {
  /** Another connection begins. */
  readonly begin: () => void;
  readonly eventHeard: () => void;
  /** `showsUnheard`: it knows of something of which no event told. */
  readonly listCame: (showsUnheard: boolean) => void;
};

/** @param problem told once */
export function createDeafness(problem: (what: string, sample: string) => void): Deafness {
  let lists = 0;
  let isTold = false;
  return {
    begin: () => {
      lists = 0;
    },
    eventHeard: () => {
      lists = 0;
    },
    listCame: (showsUnheard) => {
      lists = showsUnheard ? lists + 1 : 0;
      if (lists < LISTS_TO_BE_SURE || isTold) return;
      isTold = true;
      problem("Logged in, but hears no queue events: is read = agent missing for this account?", `${lists} lists`);
    },
  };
}
