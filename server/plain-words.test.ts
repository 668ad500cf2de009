import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { fileTroubleWords } from "./plain-words";

const folder = mkdtempSync(join(tmpdir(), "pickup-words-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, "file");
writeFileSync(file, "");

function wordsOf(attempt: () => unknown): string | null {
  try {
    attempt();
    return null;
  } catch (error) {
    return fileTroubleWords(error);
  }
}

describe("what the system says of a file, in plain words", () => {
  it.each([
    [() => readFileSync(join(folder, "nowhere")), "there is no such file or folder"],
    [() => readFileSync(folder), "it is a directory"],
    [() => readFileSync(join(file, "below")), "a file stands where a directory should"],
    [() => openSync(file, "wx"), "there is something of that name already"],
    [() => readFileSync(join(folder, "n".repeat(300))), "the name is too long"],
  ])("%o: %s", (attempt, words) => {
    expect(wordsOf(attempt)).toBe(words);
  });
});
