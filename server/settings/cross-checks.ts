import type { FoundProblem } from "./issues";
import { quoteValue, type ConfigPath } from "./problem";

/** What no single value can show: ids that stand twice, and a main board that would not show everything. */
export function crossCheck(values: unknown, lineOf: (path: ConfigPath) => number): readonly FoundProblem[] {
  const lists = ["sources", "queues", "boards"] as const;
  const twice = lists.flatMap((list) => repeatedIds(list, idsOf(values, list), lineOf));
  const main = idsOf(values, "boards").indexOf("main");
  const mainHasQueues = main >= 0 && Object.hasOwn(Object(itemsOf(values, "boards")[main]), "queues");
  if (!mainHasQueues) return twice;
  return [...twice, { path: ["boards", main, "queues"], what: "the board main always shows every queue" }];
}

function repeatedIds(list: string, ids: readonly unknown[], lineOf: (path: ConfigPath) => number): FoundProblem[] {
  return ids.flatMap((id, index) => {
    const first = ids.indexOf(id);
    if (id === undefined || first === index) return [];
    const line = lineOf([list, first, "id"]);
    return [
      { path: [list, index, "id"], what: `expected each id once, got ${quoteValue(id)} again (first on line ${line})` },
    ];
  });
}

const idsOf = (values: unknown, list: string): readonly unknown[] =>
  itemsOf(values, list).map((item) => fieldOf(item, "id"));

function itemsOf(values: unknown, list: string): readonly unknown[] {
  const items = fieldOf(values, list);
  return Array.isArray(items) ? items : [];
}

function fieldOf(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}
