import type { Range } from "../../../lib/recovery/cost-types";
import type { MissedWords } from "../../../lib/words/en/missed/missed";

/** Two figures of two digits say more than an estimate knows. */
const DIGITS = 2;

/**
 * RE49: an estimate as its range, rounded to two digits so that it does not look exact: `€1,200 to €2,500`.
 * @param money writes a whole amount with its currency
 */
export function rangeText({ low, high }: Range, { cost }: MissedWords, money: (amount: number) => string): string {
  const [least, most] = [money(rounded(low)), money(rounded(high))];
  return least === most ? least : cost.range(least, most);
}

/** To two digits, never below a whole unit. */
function rounded(amount: number): number {
  if (amount <= 0) return 0;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(amount)) + 1 - DIGITS);
  return Math.round(amount / step) * step;
}

/** Whole amounts of a currency, as the language writes them; one that the browser does not know keeps its name. */
export function moneyIn(locale: string, currency: string): (amount: number) => string {
  try {
    const format = new Intl.NumberFormat(locale, { style: "currency", currency, maximumFractionDigits: 0 });
    return (amount) => format.format(amount);
  } catch {
    const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
    return (amount) => `${format.format(amount)} ${currency}`;
  }
}
