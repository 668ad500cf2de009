import { didYouMean } from "../did-you-mean";
import type { FoundProblem } from "./issues";
import { quoteValue, type ConfigPath } from "./problem";
import type { WrittenConfig } from "./schema";

/** What no single value can show: ids and a board's queues that stand twice, and a main board that would not show everything. */
export function crossCheck(values: unknown, lineOf: (path: ConfigPath) => number): readonly FoundProblem[] {
  const lists = ["sources", "queues", "boards"] as const;
  const twice = [
    ...lists.flatMap((list) => repeated(idsOf(values, list), "id", (index) => [list, index, "id"], lineOf)),
    ...itemsOf(values, "boards").flatMap((board, at) =>
      repeated(itemsOf(board, "queues"), "queue", (index) => ["boards", at, "queues", index], lineOf),
    ),
  ];
  const main = idsOf(values, "boards").indexOf("main");
  const mainHasQueues = main >= 0 && Object.hasOwn(Object(itemsOf(values, "boards")[main]), "queues");
  if (!mainHasQueues) return twice;
  return [...twice, { path: ["boards", main, "queues"], what: "the board main always shows every queue" }];
}

/** Queues of boards that nothing under `queues:` is: they may appear by themselves, or be misspelt. */
export function unlistedQueues({ queues = [], boards = [] }: WrittenConfig): readonly FoundProblem[] {
  const listed = queues.map(({ id }) => id);
  return boards.flatMap((board, at) =>
    (board.queues ?? []).flatMap((id, index): FoundProblem[] => {
      if (listed.includes(id)) return [];
      const guess = didYouMean(id, listed) || "; it is shown once a source speaks of it";
      return [{ path: ["boards", at, "queues", index], what: `${quoteValue(id)} is not listed under queues${guess}` }];
    }),
  );
}

function repeated(
  items: readonly unknown[],
  what: string,
  pathOf: (index: number) => ConfigPath,
  lineOf: (path: ConfigPath) => number,
): FoundProblem[] {
  return items.flatMap((item, index) => {
    const first = items.indexOf(item);
    if (item === undefined || first === index) return [];
    const again = `got ${quoteValue(item)} again (first on line ${lineOf(pathOf(first))})`;
    return [{ path: pathOf(index), what: `expected each ${what} once, ${again}` }];
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
