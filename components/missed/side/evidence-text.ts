import type { CauseQuarter } from "../../../lib/recovery/causes/cause-types";
import { assertNever } from "../../../lib/vocabulary";
import type { MissedWords } from "../../../lib/words/en/missed/missed";

/** How figures become text in the page's language. */
export type Numbers = { readonly count: (count: number) => string; readonly tenths: (value: number) => string };

/** RE48: what a cause rests on, the misses first: `12 missed of 20 · 2.1 agents staffed, work for 3.4`. */
export function evidenceText({ cause, evidence }: CauseQuarter, { causes }: MissedWords, numbers: Numbers): string {
  const { missed, offered, answered, fitting, staffed, offeredLoad, nobodyFree, ringNoAnswer } = evidence;
  const { count, tenths } = numbers;
  // Whoever was refused never was in the queue, and was missed all the same.
  const callers = Math.max(offered, answered + missed);
  const parts = [causes.missedOf(missed, count(missed), count(callers))];
  if (fitting < missed && cause !== "unclear") parts.push(causes.fitting(fitting, count(fitting)));
  switch (cause) {
    case "all-busy":
    case "unclear":
      if (staffed !== null && offeredLoad !== null) parts.push(causes.staffed(tenths(staffed), tenths(offeredLoad)));
      else if (staffed !== null) parts.push(causes.there(tenths(staffed)));
      if (nobodyFree !== null && nobodyFree.minutes > 0)
        parts.push(causes.nobodyFree(count(nobodyFree.minutes), count(nobodyFree.of)));
      break;
    case "not-picking-up":
      parts.push(causes.rang(ringNoAnswer, count(ringNoAnswer)));
      break;
    case "closed":
    case "outage":
    case "nobody-logged-in":
    case "queue-full":
    case "menu-exit":
      break;
    default:
      return assertNever(cause);
  }
  return parts.join(" · ");
}
