import type { RulePreview } from "../../../../lib/alerts/alert-api";
import type { RuleFormWords } from "../../../../lib/words/en/settings/alerts/rule-form";
import type { Formats } from "../../../../lib/words/formats";

/** AL82: how often it would have fired; of a day of which nothing is known, that and not "never". */
export function sayPreview(
  { day, firings, auditedMs }: RulePreview,
  words: RuleFormWords["preview"],
  formats: Formats,
): string {
  const dayText = formats.day(day);
  if (firings.length > 0) return words.fired(firings.length, formats.count(firings.length), dayText);
  return auditedMs > 0 ? words.notFired(dayText) : words.nothingKnown(dayText);
}
