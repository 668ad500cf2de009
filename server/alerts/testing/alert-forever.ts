/**
 * Run as a process: callers come and are answered, second by second as fast as it goes, over the alerts in the file
 * given. Prints `fired ID` and `resolved ID` once it is kept, beginning at second `from` of the day.
 */
import { writeSync } from "node:fs";
import { createCalendar } from "../../../lib/calendar";
import type { KeptEvent } from "../../../lib/events";
import { advanceTo } from "../../../lib/metrics/advance";
import { applyEvent } from "../../../lib/metrics/fold";
import { createFold } from "../../../lib/metrics/fold-state";
import { instant, siteOf } from "../../../lib/testing/scenario";
import { agentId, contactId, queueId, sourceId } from "../../../lib/vocabulary";
import { completeAlerts } from "../../settings/complete/alerts";
import { quietAlerts } from "../../testing/quiet-alerts";
import { openAlerts } from "../store/open-alerts";

const [path = "", from = "0"] = process.argv.slice(2);
const opened = openAlerts(path);
if (opened.kind === "refused") throw new Error(opened.message);
const site = siteOf({ queues: [{ id: "support" }] });
const pbx = sourceId("pbx");
const fold = createFold(site, createCalendar("UTC", 0));
let nowMs = instant("00:00:00") + Number(from) * 1_000;
const alerts = quietAlerts({
  store: opened.store,
  site,
  clock: { nowMs: () => nowMs },
  settings: completeAlerts({ channels: [{ id: "leads", kind: "slack", url: "https://slack.example/" }] }),
  defaults: [
    {
      id: "anybody",
      name: "Anybody",
      severity: "warning",
      scope: { kind: "each-queue", queueIds: null },
      condition: { kind: "waiting", raise: 1, clear: 0 },
      forMs: 0,
      keepFiringMs: 0,
      channelIds: null,
      enabled: true,
    },
  ],
});

let seq = 0;
const tell = (event: KeptEvent): void => {
  seq += 1;
  applyEvent(fold, { seq, sourceId: pbx, sourceKey: String(seq), atMs: nowMs, receivedAtMs: nowMs, event });
};
let standing = new Set(alerts.firing().map(({ id }) => id));
for (const id of standing) writeSync(1, `stands ${id}\n`);

for (let call = 0; ; call += 1) {
  const visit = { queueId: queueId("support"), contactId: contactId(`${from} ${call}`), stay: 1 };
  for (const event of ["offered", "answered"] as const) {
    nowMs += 1_000;
    advanceTo(fold, nowMs);
    if (event === "offered") tell({ type: "contact.offered", ...visit, channel: "voice", caller: null, via: "direct" });
    else tell({ type: "contact.answered", ...visit, agentId: agentId("ann") });
    alerts.look(fold, () => [{ id: pbx, kind: "test", state: "live", lastProofAtMs: nowMs }]);
    const now = new Set(alerts.firing().map(({ id }) => id));
    // Synchronous, so that what the parent has read was certainly kept before.
    for (const id of now) if (!standing.has(id)) writeSync(1, `fired ${id}\n`);
    for (const id of standing) if (!now.has(id)) writeSync(1, `resolved ${id}\n`);
    standing = now;
  }
}
