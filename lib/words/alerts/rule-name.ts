import { DEFAULT_RULES } from "../../alerts/default-rules";
import type { AlertsWords } from "../en/alerts/alerts";

const DEFAULT_NAMES: ReadonlyMap<string, string> = new Map(DEFAULT_RULES.map(({ id, name }) => [id, name]));

/** AL88: a default rule whose name nobody changed is called in the reader's language, every other as it was named. */
export function nameOfRule({ id, name }: { readonly id: string; readonly name: string }, words: AlertsWords): string {
  const names: Readonly<Record<string, string>> = words.ruleNames;
  return DEFAULT_NAMES.get(id) === name ? (names[id] ?? name) : name;
}
