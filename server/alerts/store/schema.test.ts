import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { fired, missedNews, NINE_MS, resolved, someCaller } from "../../notify/testing/some-news";
import { closeOwnDatabase, openOwnDatabase } from "../../store/libsql/own-database";
import { ALERTS_FORM, openAlerts } from "./open-alerts";
import { ALERTS_MIGRATIONS } from "./schema";

const folder = mkdtempSync(join(tmpdir(), "pickup-form-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("[RE64] alerts of the form before take news of missed callers; what waited waits, what was told is known to be", async () => {
  const path = join(folder, "alerts.db");
  const before = openOwnDatabase(path, { ...ALERTS_FORM, migrations: ALERTS_MIGRATIONS.slice(0, 1) });
  if (before.kind === "refused") throw new Error(before.message);
  const insert = before.db.prepare(
    "INSERT INTO outbox (channel, alert, kind, news, state, added_at_ms, attempts, why) VALUES ('leads', ?, ?, ?, ?, ?, 2, ?)",
  );
  insert.run(["a", "fired", JSON.stringify(fired("a")), "delivered", NINE_MS, null]);
  insert.run(["b", "fired", JSON.stringify(fired("b")), "waiting", NINE_MS, "503"]);
  closeOwnDatabase(before.db);

  const opened = openAlerts(path);
  if (opened.kind === "refused") throw new Error(opened.message);
  const { store } = opened;
  const news = [fired("a"), resolved("a"), missedNews("m1", [someCaller("zoe")])];
  store.outbox.add(
    news.map((one) => ({ channelId: "leads", news: one })),
    NINE_MS + 1,
  );
  const due = await store.outbox.due("leads", NINE_MS + 1, 10);
  expect(due.kind === "rows" ? due.rows.map((row) => [row.news, row.attempts]) : due).toEqual([
    [fired("b"), 2],
    [resolved("a"), 0],
    [missedNews("m1", [someCaller("zoe")]), 0],
  ]);
  store.close();
});
