import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openAlerts } from "../../alerts/store/open-alerts";
import { isAlertNews, type News } from "../../notify/channel";
import { startChild } from "../../store/testing/child";

const folder = mkdtempSync(join(tmpdir(), "pickup-told-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** @returns the last second that was kept when it was killed */
async function lastSecondUntilKilled(path: string, from: number, seconds: number): Promise<number> {
  const child = startChild("../../missed/testing/tell-forever.ts", [path, String(from)]);
  let last = from;
  for (let line = await child.nextLine(); line !== null; line = await child.nextLine()) {
    last = Number(line);
    if (last >= from + seconds) child.kill("SIGKILL");
  }
  return last;
}

const lineOf = (news: News): readonly string[] =>
  isAlertNews(news) ? [] : news.callers.map(({ caller }) => `${news.kind} ${caller}`);

test(
  "[RE64] killed four times in the middle: nobody is told of twice, and everybody is, of the miss and before the limit",
  { timeout: 120_000 },
  async () => {
    const path = join(folder, "alerts.db");
    let second = 0;
    for (const seconds of [311, 1_990, 3_333, 950]) second = await lastSecondUntilKilled(path, second, seconds);

    const opened = openAlerts(path);
    if (opened.kind === "refused") throw new Error(opened.message);
    const { store } = opened;
    const due = await store.outbox.due("leads", Number.MAX_SAFE_INTEGER, 10_000);
    const told = due.kind === "rows" ? due.rows.flatMap(({ news }) => lineOf(news)) : [];
    store.close();
    expect(new Set(told).size).toBe(told.length);
    // Missed nine seconds after they called, told two minutes after that, reminded of after an hour and a half.
    const everybody = (kind: string, afterSeconds: number): string[] =>
      Array.from({ length: Math.floor((second - 9 - afterSeconds) / 10) }, (_, index) => `${kind} caller ${index}`);
    const expected = [...everybody("missed", 120), ...everybody("due-soon", 5_400)];
    expect(expected.length).toBeGreaterThan(700);
    expect(expected.filter((line) => !told.includes(line))).toEqual([]);
  },
);
