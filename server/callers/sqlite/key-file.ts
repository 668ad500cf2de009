import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";

const KEY_BYTES = 32;

export type ReadKey =
  | {
      readonly kind: "key";
      readonly key: Buffer;
      /** A line for people; null: all is well. */ readonly warning: string | null;
    }
  | { readonly kind: "missing" }
  | { readonly kind: "refused"; readonly why: string };

/** Reads the key that callers' numbers are locked with: 32 bytes in base64, one line. */
export function readKeyFile(path: string): ReadKey {
  try {
    const text = readFileSync(path, "utf8").trim();
    const key = Buffer.from(text, "base64url");
    if (!/^[\w+/-]{43}=?$/.test(text) || key.length !== KEY_BYTES) {
      return { kind: "refused", why: `${path} is no key of ours: it holds 32 bytes in base64 and nothing else` };
    }
    return { kind: "key", key, warning: warningOf(path) };
  } catch (error) {
    if (codeOf(error) === "ENOENT") return { kind: "missing" };
    return { kind: "refused", why: `the key file ${path} cannot be read (${codeOf(error)})` };
  }
}

/** Makes a key, for its owner alone to read; one that another process made meanwhile is taken. */
export function makeKeyFile(path: string): ReadKey {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const file = openSync(path, "wx", 0o600);
    try {
      writeSync(file, `${randomBytes(KEY_BYTES).toString("base64")}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (codeOf(error) !== "EEXIST") {
      return { kind: "refused", why: `the key file ${path} cannot be made (${codeOf(error)})` };
    }
  }
  return readKeyFile(path);
}

function warningOf(path: string): string | null {
  const { mode } = statSync(path);
  if ((mode & 0o077) === 0) return null;
  return `The key of callers' numbers, ${path}, can be read by others on this machine (mode ${(mode & 0o777).toString(8)}): chmod 600 ${path}`;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : String(error);
