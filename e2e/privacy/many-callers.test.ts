import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { newFold, siteOf } from "../../lib/testing/scenario";
import { applyEvent } from "../../lib/metrics/fold";
import { advanceTo } from "../../lib/metrics/advance";
import { callerAlias, contactId, queueId, sourceId } from "../../lib/vocabulary";
import { openCallerVault } from "../../server/callers/open-vault";
import { READS_INTERNATIONAL } from "../../server/callers/rules/normal-number";

const START_MS = Date.UTC(2026, 10, 22, 9);
const MB = 1024 * 1024;

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;
const heapMb = (): number => {
  collect();
  return process.memoryUsage().heapUsed / MB;
};

it("[PV8] more callers than anybody has do not make the vault grow in memory, and each is known again", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "pickup-many-"));
  const place = { path: path.join(folder, "callers.db"), keyFile: path.join(folder, "key") };
  const clock = { nowMs: () => START_MS };
  const opened = openCallerVault({ ...place, numbersKeptDays: 30, numbers: READS_INTERNATIONAL, clock });
  if (opened.kind === "refused") throw new Error(opened.message);
  const { vault } = opened;
  const entrust = (from: number, count: number): void => {
    for (let n = from; n < from + count; n += 1_000) {
      const callers = Array.from({ length: 1_000 }, (_, i) => ({ number: `+4930${1_000_000 + n + i}`, name: null }));
      vault.entrust(callers, START_MS);
    }
  };
  entrust(0, 51_000);
  const before = heapMb();
  const [first] = vault.entrust([{ number: "+49301000000", name: null }], START_MS);
  entrust(51_000, 21_000);
  expect(heapMb() - before).toBeLessThan(2);
  expect(vault.entrust([{ number: "+49301000000", name: null }], START_MS)).toEqual([first]);
  vault.close();
  rmSync(folder, { recursive: true });
}, 60_000);

it("[RC10] a flood of callers fills the day's memory so far and no further; what is left out is counted", () => {
  const fold = newFold(siteOf({}));
  const call = (n: number): void => {
    const atMs = START_MS + n * 100;
    const visit = { queueId: queueId("support"), contactId: contactId(`c${n}`), stay: 1 };
    const tell = (seq: number, event: Parameters<typeof applyEvent>[1]["event"]): void =>
      applyEvent(fold, { seq, sourceId: sourceId("pbx"), sourceKey: `${seq}`, atMs, receivedAtMs: atMs, event });
    tell(2 * n + 1, {
      type: "contact.offered",
      ...visit,
      channel: "voice",
      caller: callerAlias(`a${n}`),
      via: "direct",
    });
    tell(2 * n + 2, { type: "contact.abandoned", ...visit });
    if (n % 1_000 !== 0) return;
    advanceTo(fold, atMs);
    // The store has them now.
    fold.retired.length = 0;
  };
  for (let n = 0; n < 110_000; n += 1) call(n);
  const full = heapMb();
  expect(fold.counters.overLimit).toBe(10_000);
  for (let n = 110_000; n < 150_000; n += 1) call(n);
  expect(fold.counters.overLimit).toBe(50_000);
  expect(heapMb() - full).toBeLessThan(8);
}, 60_000);
