/**
 * Run as a process: every ten seconds somebody else is missed, as fast as it goes, over the alerts in the file given.
 * What came before second `from` of the day is folded as after a restart. Prints every tenth second once all that was
 * decided until then is kept.
 */
import { writeSync } from "node:fs";
import { createCalendar } from "../../../lib/calendar";
import type { KeptEvent } from "../../../lib/events";
import { advanceTo } from "../../../lib/metrics/advance";
import { applyEvent } from "../../../lib/metrics/fold";
import { createFold } from "../../../lib/metrics/fold-state";
import { instant, siteOf } from "../../../lib/testing/scenario";
import { callerAlias, contactId, queueId, sourceId } from "../../../lib/vocabulary";
import { openAlerts } from "../../alerts/store/open-alerts";
import { createInbox } from "../inbox/inbox";

const [path = "", from = "0"] = process.argv.slice(2);
const opened = openAlerts(path);
if (opened.kind === "refused") throw new Error(opened.message);
const fold = createFold(siteOf({ queues: [{ id: "support" }] }), createCalendar("UTC", 0));
const startMs = instant("09:00:00");
let nowMs = startMs;
const inbox = createInbox({
  store: opened.store,
  settings: { channelIds: ["leads"], remindBeforeMs: 30 * 60_000 },
  clock: { nowMs: () => nowMs },
  settleMs: 0,
  wake: () => undefined,
  log: (line) => void writeSync(2, `${line}\n`),
});

/** Whoever reads may be slower. */
function print(line: string): void {
  for (;;) {
    try {
      writeSync(1, line);
      return;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EAGAIN")) throw error;
    }
  }
}

let seq = 0;
const tell = (event: KeptEvent): void => {
  seq += 1;
  applyEvent(fold, { seq, sourceId: sourceId("pbx"), sourceKey: `${seq}`, atMs: nowMs, receivedAtMs: nowMs, event });
};

for (let second = 0; ; second += 1) {
  nowMs = startMs + second * 1_000;
  advanceTo(fold, nowMs);
  const visit = { queueId: queueId("support"), contactId: contactId(`c${Math.floor(second / 10)}`), stay: 1 };
  const caller = callerAlias(`caller ${Math.floor(second / 10)}`);
  if (second % 10 === 0) tell({ type: "contact.offered", ...visit, channel: "voice", caller, via: "direct" });
  if (second % 10 === 9) tell({ type: "contact.abandoned", ...visit });
  if (second < Number(from)) continue;
  inbox.look(fold);
  // Synchronous, so that what the parent has read was certainly kept before.
  if (second % 10 === 0) print(`${second}\n`);
}
