import { createNumberReader, DEFAULT_NUMBER_RULES, type NumberRules } from "../../callers/rules/normal-number";
import { plainNumber } from "../../callers/rules/plain-number";
import type { FoundProblem } from "../issues";
import { quoteValue } from "../problem";
import type { WrittenConfig } from "../schema/config";

/** Whose number is whose. */
export type CallerSettings = {
  readonly numbers: NumberRules;
  /** Numbers behind which many people call, as they are written. */
  readonly shared: readonly string[];
};

export const completeCallers = (written: WrittenConfig["callers"] = {}): CallerSettings => ({
  numbers: {
    // The schema lets only countries through that are known.
    country: (written.country as NumberRules["country"] | undefined) ?? DEFAULT_NUMBER_RULES.country,
    outsideLine: written.outsideLine ?? DEFAULT_NUMBER_RULES.outsideLine,
    extensionDigits: written.extensionDigits ?? DEFAULT_NUMBER_RULES.extensionDigits,
  },
  shared: written.shared ?? [],
});

/** Shared numbers that nobody outside can have, nor is an extension: they may be misspelt. */
export function unreadShared({ callers }: WrittenConfig): readonly FoundProblem[] {
  const { numbers, shared } = completeCallers(callers);
  const { isOutside } = createNumberReader(numbers);
  return shared.flatMap((number, index): FoundProblem[] => {
    const length = plainNumber(number)?.length ?? 0;
    if (isOutside(number) || length <= numbers.extensionDigits) return [];
    const { country } = numbers;
    const none = country === null ? "no number" : `neither a number of ${country} nor one`;
    const what = `${quoteValue(number)} is ${none} with a country code; it is known only as it is spelt here`;
    return [{ path: ["callers", "shared", index], what }];
  });
}
