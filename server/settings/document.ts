import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type Node } from "yaml";
import type { ConfigPath, SettingsProblem } from "./problem";

/** A configuration file as plain values, and where each of them stands. */
export type ConfigDocument = {
  readonly values: unknown;
  /** The line of a key or list item; of the nearest thing around it when it is missing. */
  readonly lineOf: (path: ConfigPath) => number;
  readonly problems: readonly SettingsProblem[];
};

/** What is text however it is written: `id: 0100` is "0100", not the number 64 or 100. */
const TEXT_KEYS = new Set([
  "id",
  "name",
  "username",
  "secret",
  "host",
  "clientId",
  "clientSecret",
  "password",
  "group",
  "outsideLine",
]);
/** Lists of ids, and of numbers that are dialled. */
const ID_LISTS = new Set([
  "queues",
  "boards",
  "admin",
  "supervisor",
  "lead",
  "analyst",
  "numbers",
  "scopes",
  "channels",
  "shared",
]);

/** Reads YAML. `values` is null when the text is not YAML at all; `problems` then say why. */
export function parseConfigDocument(text: string): ConfigDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  const problems: SettingsProblem[] = document.errors.map((error) => ({
    where: "the file",
    line: lineAt(error.pos[0]),
    what: error.code === "DUPLICATE_KEY" ? "expected each key once, got this one again" : `not YAML: ${error.message}`,
  }));
  const lineOf = (path: ConfigPath): number => lineAt(offsetOf(document, path));
  if (document.errors.some((error) => error.code !== "DUPLICATE_KEY")) return { values: null, lineOf, problems };

  keepWrittenText(document);
  try {
    return { values: document.toJS() as unknown, lineOf, problems };
  } catch (error) {
    // An alias without its anchor, or aliases that multiply beyond measure.
    const what = `not YAML: ${error instanceof Error ? error.message : String(error)}`;
    return { values: null, lineOf, problems: [...problems, { where: "the file", line: 1, what }] };
  }
}

function keepWrittenText(document: Document): void {
  visit(document, {
    Pair(_, pair) {
      if (!isScalar(pair.key)) return;
      if (TEXT_KEYS.has(String(pair.key.value))) keepSource(pair.value);
      if (ID_LISTS.has(String(pair.key.value)) && isSeq(pair.value)) pair.value.items.forEach(keepSource);
    },
  });
}

function keepSource(node: unknown): void {
  if (isScalar(node) && typeof node.value === "number" && node.source !== undefined) node.value = node.source;
}

function offsetOf(document: Document, path: ConfigPath): number {
  let node: Node | null = document.contents;
  let offset = node?.range?.[0] ?? 0;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document) ?? null;
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) return offset;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value as Node | null;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)] as Node | undefined;
      if (item === undefined) return offset;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else return offset;
  }
  return offset;
}
