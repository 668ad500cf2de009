import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { AlertRule } from "../../../lib/alerts/alert-rule";
import { contactId, queueId } from "../../../lib/vocabulary";
import { floorSite, NINE_MS, openWatchedFloor, THREE_WAIT, type WatchedFloor } from "../testing/watched-floor";

const EVERYBODY = { queueIds: null, me: { accountId: "a1", name: "Ada" }, callers: "end" } as const;
const EVERYTHING = { queueIds: null, sourceIds: null };
const OVERDUE: AlertRule = {
  ...THREE_WAIT,
  id: "overdue",
  name: "Overdue",
  condition: { kind: "overdue-recoveries", raise: 2 },
  forMs: 0,
  keepFiringMs: 0,
};

let folder = "";
let floor: WatchedFloor;
beforeEach(async () => {
  vi.useFakeTimers({ now: NINE_MS });
  folder = mkdtempSync(join(tmpdir(), "pickup-overdue-"));
  const site = floorSite();
  floor = await openWatchedFloor({
    folder,
    rules: [OVERDUE],
    site: { ...site, recovery: { ...site.recovery, limitMs: 60_000 } },
  });
});
afterEach(async () => {
  await floor.stop();
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

function offered(contact: string, number: string | null, queue = "support"): void {
  const visit = { queueId: queueId(queue), contactId: contactId(contact), stay: 1 };
  const caller = number === null ? null : { number, name: null };
  floor.tell({ type: "contact.offered", ...visit, channel: "voice", caller, via: "direct" });
}
const abandoned = (contact: string, queue = "support"): void =>
  floor.tell({ type: "contact.abandoned", queueId: queueId(queue), contactId: contactId(contact), stay: 1 });
const firing = (): string[] =>
  floor.alerts.firing().map(({ subjectName, evidence }) => `${subjectName} ${JSON.stringify(evidence)}`);

test("[RE66] callers whom nobody called back in time: of their queue, who can be called, the second after; the preview says the same", async () => {
  for (const [contact, number] of [
    ["a", "+4930111"],
    ["b", "+4930222"],
    ["w", null],
  ] as const)
    offered(contact, number);
  offered("s", "+4930333", "sales");
  await floor.pass(10);
  for (const contact of ["a", "b", "w"]) abandoned(contact);
  abandoned("s", "sales");
  await floor.pass(60);
  expect(firing()).toEqual([]);
  await floor.pass(1);
  expect(firing()).toEqual(['support {"kind":"overdue-recoveries","count":2}']);

  await floor.pass(20);
  const [first] = floor.pipeline.missed.page(
    { list: "open", queueId: queueId("support"), why: null, offset: 0, limit: 10 },
    EVERYBODY,
  ).rows;
  const closing = floor.pipeline.missed.act(
    first?.id ?? "",
    { type: "recovery.closed", result: "not-needed" },
    EVERYBODY,
  );
  await floor.pass(2);
  expect((await closing).kind).toBe("done");
  expect(firing()).toEqual([]);

  const [past] = floor.alerts.past(EVERYTHING, null, 10).past;
  const { id: _id, ...rule } = OVERDUE;
  await floor.pass(60);
  vi.useFakeTimers({ now: NINE_MS + 86_400_000, toFake: ["Date"] });
  const preview = await floor.alerts.preview(rule, null);
  expect(preview?.firings).toMatchObject([{ subjectName: "support", firedAtMs: past?.firedAtMs }]);
  // Heard within a second, it is known at its end.
  const endedMs = preview?.firings[0]?.resolvedAtMs ?? 0;
  expect(Math.abs(endedMs - (past?.resolvedAtMs ?? 0))).toBeLessThanOrEqual(1_000);
});
