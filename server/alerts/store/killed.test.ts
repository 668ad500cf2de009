import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { subjectOf } from "../../notify/channel";
import { startChild } from "../../store/testing/child";
import { openAlerts } from "./open-alerts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pickup-killed-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a process printed until it was killed after so many lines. */
async function linesUntilKilled(path: string, fromSecond: number, count: number): Promise<readonly string[]> {
  const child = startChild("../../alerts/testing/alert-forever.ts", [path, String(fromSecond)]);
  const lines: string[] = [];
  for (let line = await child.nextLine(); line !== null; line = await child.nextLine()) {
    lines.push(line);
    if (lines.length === count) child.kill("SIGKILL");
  }
  return lines;
}

test(
  "[AL46] killed four times in the middle: what was seen is kept, what is to be told is there once, no id comes twice",
  { timeout: 120_000 },
  async () => {
    const path = join(folder, "alerts.db");
    const rounds: (readonly string[])[] = [];
    for (const [round, count] of [41, 30, 57, 24].entries())
      rounds.push(await linesUntilKilled(path, round * 10_000, count));

    const opened = openAlerts(path);
    if (opened.kind === "refused") throw new Error(opened.message);
    const { store } = opened;
    const due = await store.outbox.due("leads", Number.MAX_SAFE_INTEGER, 10_000);
    const told = due.kind === "rows" ? due.rows.map(({ news }) => `${news.kind} ${subjectOf(news)}`) : [];
    const past = store.past.page(null, 10_000).map(({ alert }) => alert.id);
    const standing = [...store.standing.all().keys()];
    store.close();

    const printed = rounds.flat().filter((line) => !line.startsWith("stands"));
    expect(told.filter((line) => printed.includes(line))).toEqual(printed);
    expect(new Set(told).size).toBe(told.length);
    const fired = told.filter((line) => line.startsWith("fired")).map((line) => line.split(" ")[1] ?? "");
    const resolved = told.filter((line) => line.startsWith("resolved")).map((line) => line.split(" ")[1] ?? "");
    expect(resolved.toSorted()).toEqual(past.toSorted());
    expect(fired.toSorted()).toEqual([...past, ...standing].toSorted());
    // What fired when the process was killed fires on in the next.
    for (const [round, lines] of rounds.entries()) {
      const before = new Set(
        rounds
          .slice(0, round)
          .flat()
          .map((line) => line.split(" ")[1]),
      );
      for (const line of lines.filter((each) => each.startsWith("fired")))
        expect(before).not.toContain(line.split(" ")[1]);
    }
  },
);
