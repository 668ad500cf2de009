import { mkdtemp, open, rm, stat } from "node:fs/promises";
import path from "node:path";
import { fileTroubleWords } from "../plain-words";

/**
 * Tries whether files can be written in a directory, or where it would be made; leaves nothing behind.
 * @returns null when it works, else why not.
 */
export async function directoryProblem(directory: string): Promise<string | null> {
  const existing = await nearestExisting(directory);
  if (existing.kind !== "directory") return `${existing.path} is not a directory`;
  try {
    const trial = await mkdtemp(path.join(existing.path, ".pickup-check-"));
    try {
      const file = await open(path.join(trial, "trial"), "wx");
      try {
        await file.writeFile("trial");
        await file.sync();
      } finally {
        await file.close();
      }
    } finally {
      await rm(trial, { recursive: true, force: true });
    }
    return null;
  } catch (error) {
    return `${existing.path} cannot be written: ${fileTroubleWords(error)}`;
  }
}

type Existing = { readonly path: string; readonly kind: "directory" | "something else" };

async function nearestExisting(wanted: string): Promise<Existing> {
  try {
    const found = await stat(wanted);
    return { path: wanted, kind: found.isDirectory() ? "directory" : "something else" };
  } catch (error) {
    const parent = path.dirname(wanted);
    if (codeOf(error) === "ENOTDIR" || parent === wanted) return { path: parent, kind: "something else" };
    return nearestExisting(parent);
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && "code" in error ? String(error.code) : "unknown");
