import { reachOf } from "../../lib/legibility";
import { didYouMean } from "../did-you-mean";
import type { FoundProblem } from "./issues";
import { quoteValue, type ConfigPath } from "./problem";
import type { WrittenConfig } from "./schema/config";

/** What no single value can show: what stands twice, boards that are none, and a main board that would not show everything. */
export function crossCheck(values: unknown, lineOf: (path: ConfigPath) => number): readonly FoundProblem[] {
  const lists = ["sources", "queues", "boards", "rotations"] as const;
  return [
    ...lists.flatMap((list) => repeated(idsOf(values, list), "id", (index) => [list, index, "id"], lineOf)),
    ...itemsOf(values, "boards").flatMap((board, at) => [
      ...repeated(itemsOf(board, "queues"), "queue", (index) => ["boards", at, "queues", index], lineOf),
      ...repeated(itemsOf(board, "figures"), "figure", (index) => ["boards", at, "figures", index], lineOf),
    ]),
    ...["channels", "rules"].flatMap((list) =>
      repeated(idsOf(fieldOf(values, "alerts"), list), "id", (index) => ["alerts", list, index, "id"], lineOf),
    ),
    ...itemsOf(fieldOf(values, "alerts"), "rules").flatMap((rule, at) =>
      (["queues", "channels"] as const).flatMap((list) =>
        repeated(itemsOf(rule, list), list.slice(0, -1), (index) => ["alerts", "rules", at, list, index], lineOf),
      ),
    ),
    ...repeated(
      itemsOf(fieldOf(values, "callers"), "shared"),
      "number",
      (index) => ["callers", "shared", index],
      lineOf,
    ),
    ...mainWithQueues(values),
    ...rotationProblems(values),
  ];
}

function mainWithQueues(values: unknown): readonly FoundProblem[] {
  const main = idsOf(values, "boards").indexOf("main");
  const hasQueues = main >= 0 && Object.hasOwn(Object(itemsOf(values, "boards")[main]), "queues");
  return hasQueues ? [{ path: ["boards", main, "queues"], what: "the board main always shows every queue" }] : [];
}

/** A rotation is asked for like a board, and shows boards that there are. */
function rotationProblems(values: unknown): readonly FoundProblem[] {
  const boards = [...new Set(["main", ...idsOf(values, "boards").filter((id) => typeof id === "string")])];
  return itemsOf(values, "rotations").flatMap((rotation, at): readonly FoundProblem[] => {
    const id = fieldOf(rotation, "id");
    const isTaken = typeof id === "string" && boards.includes(id);
    const taken = { path: ["rotations", at, "id"], what: `expected an id that no board has, got ${quoteValue(id)}` };
    const unknown = itemsOf(rotation, "boards").flatMap((board, index): FoundProblem[] => {
      if (typeof board !== "string" || boards.includes(board)) return [];
      const advice = didYouMean(board, boards) || `; the boards are ${boards.join(", ")}`;
      return [{ path: ["rotations", at, "boards", index], what: `there is no board ${quoteValue(board)}${advice}` }];
    });
    return isTaken ? [taken, ...unknown] : unknown;
  });
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

/** LE5: screens that are too small for how far away they are read. */
export function unreadableScreens({ boards = [] }: WrittenConfig): readonly FoundProblem[] {
  return boards.flatMap(({ screen }, at): FoundProblem[] => {
    if (screen === undefined) return [];
    const { inches, metres } = screen;
    const reach = reachOf({ screenInches: inches, distanceMetres: metres });
    if (reach === null) return [];
    const far = `letters on ${inches} inches cannot be read from ${metres} m`;
    const advice = `up to ${reach.distanceMetres} m they can, or from there on ${reach.screenInches} inches`;
    return [{ path: ["boards", at, "screen"], what: `${far}; ${advice}` }];
  });
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
