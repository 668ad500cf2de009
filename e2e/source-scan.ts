import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** A source file as the house rules see it: its path from the root, its code without comments, what it imports. */
export type ScannedFile = { readonly path: string; readonly code: string; readonly imports: readonly string[] };

/** Strings are stepped over so that a `//` inside one is no comment. */
const STRING_OR_COMMENT =
  /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|(?:\/\/[^\n]*|\/\*[\s\S]*?\*\/)/g;
const IMPORTS = [
  /\b(?:import|export)\s[^"'`;]*?\bfrom\s*["']([^"']+)["']/g,
  /\bimport\s*["']([^"']+)["']/g,
  /\b(?:import|require)\s*\(\s*["']([^"']+)["']/g,
];

/** A relative import becomes a path from the root; a package keeps its name. */
function resolveFrom(file: string, specifier: string): string {
  return specifier.startsWith(".") ? path.posix.join(path.posix.dirname(file), specifier) : specifier;
}

export function scanText(file: string, text: string): ScannedFile {
  const code = text.replace(
    STRING_OR_COMMENT,
    (whole, string: string | undefined) => string ?? " ".repeat(whole.length),
  );
  const imports = IMPORTS.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1] ?? ""));
  return { path: file, code, imports: imports.map((specifier) => resolveFrom(file, specifier)) };
}

/** Every TypeScript and module file under `folders`, recorded material and our PostCSS plugin left out. */
export function scanTree(root: string, folders: readonly string[]): ScannedFile[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .map((name) => `${folder}/${name.split(path.sep).join("/")}`)
      .filter((name) => /\.(?:tsx?|mjs)$/.test(name) && !/(?:^|\/)fixtures\/|^lib\/old-tv\//.test(name))
      .map((name) => scanText(name, readFileSync(path.join(root, name), "utf8"))),
  );
}
