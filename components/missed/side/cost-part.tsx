import type { JSX } from "react";
import type { CostEstimate } from "../../../lib/recovery/cost-types";
import { LOCALES } from "../../../lib/words/language";
import { useMissedWords } from "../use-missed-words";
import { moneyIn, rangeText } from "./range-text";

/** RE49: what the day's misses may cost, and plainly that nobody knows. */
export function CostPart({ cost }: { readonly cost: CostEstimate }): JSX.Element {
  const { missed, formats, language } = useMissedWords();
  const { cost: words } = missed;
  const money = moneyIn(LOCALES[language], cost.inputs.currency);
  const text = (range: CostEstimate["total"]): string => rangeText(range, missed, money);
  return (
    <section className="mi-part" aria-labelledby="mi-cost">
      <h2 id="mi-cost">{words.heading}</h2>
      <div className="mi-facts">
        <p className="mi-fact">{text(cost.total)}</p>
        <p className="mi-more">{words.estimate}</p>
        <p>{words.lost(cost.lostCallers, formats.count(cost.lostCallers))}</p>
        {cost.inputs.lifetimeValue === 0 ? null : (
          <p className="mi-more">
            {words.orders(text(times(cost.orders, cost.inputs.orderValue)))} ·{" "}
            {words.customers(text(times(cost.customers, cost.inputs.lifetimeValue)))}
          </p>
        )}
      </div>
    </section>
  );
}

const times = ({ low, high }: CostEstimate["total"], worth: number): CostEstimate["total"] => ({
  low: low * worth,
  high: high * worth,
});
