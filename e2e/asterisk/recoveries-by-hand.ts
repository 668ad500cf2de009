/**
 * What became of missed callers by Asterisk's own log and by the list of who called: read line by line, with nothing of
 * the server's own reckoning in it. Seconds since the epoch.
 */
export type ByHand = {
  readonly number: string | null;
  readonly missedS: number;
  readonly tries: number;
  readonly end: "came-back" | "open";
};

/** A line of `callers.jsonl`: who really called, whatever the telephone system was told of him. */
export type KnownCaller = { readonly number: string; readonly withheld: string | null; readonly start_ms: number };

type Call = { number: string; enteredS: number; lastS: number; answeredS: number | null; missed: boolean };

const SHORT_ABANDON_S = 5;
/** From ringing to the queue it takes a moment, and the log writes whole seconds. */
const SAME_CALL_MS = 15_000;

/**
 * @param queueLog `second|call|queue|agent|event|…`
 * @param callers null: the numbers of the log are believed
 */
export function recoveriesByHand(queueLog: string, callers: readonly KnownCaller[] | null): readonly ByHand[] {
  const calls = callsOf(queueLog);
  const found: { number: string | null; missedS: number; tries: number; end: ByHand["end"] }[] = [];
  const open = new Map<string, (typeof found)[number]>();
  const marks = calls.flatMap((call) => {
    const number = whoCalled(call, callers);
    if (call.answeredS !== null) return [{ atS: call.answeredS, number, missed: false }];
    return call.missed ? [{ atS: call.lastS, number, missed: true }] : [];
  });
  for (const { atS, number, missed } of marks.toSorted(
    (a, b) => a.atS - b.atS || Number(b.missed) - Number(a.missed),
  )) {
    const before = number === null ? undefined : open.get(number);
    if (!missed) {
      if (before !== undefined && number !== null) {
        before.end = "came-back";
        open.delete(number);
      }
    } else if (before !== undefined) before.tries += 1;
    else {
      const opened = { number, missedS: atS, tries: 1, end: "open" as const };
      found.push(opened);
      if (number !== null) open.set(number, opened);
    }
  }
  return found;
}

function callsOf(queueLog: string): readonly Call[] {
  const calls = new Map<string, Call>();
  for (const line of queueLog.split("\n")) {
    const [second = "", id = "", , , event = "", ...data] = line.split("|");
    const atS = Number(second);
    const call = calls.get(id);
    if (event === "ENTERQUEUE") {
      if (call === undefined)
        calls.set(id, { number: data[1] ?? "", enteredS: atS, lastS: atS, answeredS: null, missed: false });
      else Object.assign(call, { lastS: atS, missed: false });
    } else if (call !== undefined && event === "CONNECT") call.answeredS ??= atS;
    else if (call !== undefined && event === "ABANDON") {
      Object.assign(call, { lastS: atS, missed: Number(data[2]) > SHORT_ABANDON_S });
    } else if (call !== undefined && /^(EXIT|WITHDRAW)/.test(event)) Object.assign(call, { lastS: atS, missed: true });
  }
  return [...calls.values()];
}

/** By the list of who called; a withheld number is nobody's, there too. */
function whoCalled({ number, enteredS }: Call, callers: readonly KnownCaller[] | null): string | null {
  const told = /\d/.test(number) ? number : null;
  if (callers === null || told === null) return told;
  const near = callers.find(
    (caller) =>
      caller.number === told &&
      enteredS * 1_000 - caller.start_ms < SAME_CALL_MS &&
      caller.start_ms < (enteredS + 2) * 1_000,
  );
  if (near === undefined || near.withheld !== null) throw new Error(`nobody called as ${told} at ${enteredS}`);
  return near.number;
}
