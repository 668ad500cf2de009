import type { ReplayedRecovery } from "../../server/replay";
import type { ByHand } from "./recoveries-by-hand";

type Known = ReplayedRecovery & { readonly missedS: number };

export type Compared = {
  /** As the server folds them, without what the log cannot know. */
  readonly known: readonly Known[];
  /** Attempts of callers who were refused at the door and never got in: of them the log knows nothing. */
  readonly neverIn: number;
  readonly onlyServer: readonly Known[];
  readonly onlyByHand: readonly ByHand[];
};

/** Holds what the server folded against what was read from the log by hand, one by one. */
export function compareRecoveries(
  recoveries: readonly ReplayedRecovery[],
  byHand: readonly ByHand[],
  queueLog: string,
): Compared {
  const entered = new Set(queueLog.split("\n").map((line) => line.split("|")[1]));
  const known = recoveries.flatMap((recovery): Known[] => {
    const attempts = recovery.attempts.filter(({ contactId }) => entered.has(contactId));
    const [first] = attempts;
    return first === undefined ? [] : [{ ...recovery, attempts, missedS: Math.floor(first.missed.atMs / 1_000) }];
  });
  const onlyByHand = [...byHand];
  const onlyServer = known.filter((recovery) => {
    const at = onlyByHand.findIndex((one) => isSame(one, recovery));
    if (at >= 0) onlyByHand.splice(at, 1);
    return at < 0;
  });
  return { known, neverIn: triesOf(recoveries) - triesOf(known), onlyServer, onlyByHand };
}

const triesOf = (of: readonly ReplayedRecovery[]): number => of.reduce((sum, { attempts }) => sum + attempts.length, 0);

/** Whole seconds of the log may be one off. */
const isSame = (one: ByHand, { number, missedS, attempts, end }: Known): boolean =>
  digitsOf(one.number) === digitsOf(number) &&
  Math.abs(one.missedS - missedS) <= 1 &&
  one.tries === attempts.length &&
  one.end === (end?.kind ?? "open");

const digitsOf = (number: string | null): string | null => number?.replace(/\D/g, "") ?? null;
