import { systemClock } from "../../../clock";
import { openAccessDatabase } from "../../store/open-database";
import { createAuditTrail } from "../audit-trail";

// A process of its own that writes so many lines under a name: `write-lines.ts FILE NAME COUNT`.
const [path = "", name = "", count = "0"] = process.argv.slice(2);
const opened = openAccessDatabase({ path });
if (opened.kind === "refused") throw new Error(opened.message);
const trail = createAuditTrail({ db: opened.db, clock: systemClock });
console.log("ready");
for (let n = 0; n < Number(count); n += 1) {
  trail.write({
    actor: { kind: "command-line", name },
    address: null,
    act: "account-changed",
    subject: `${n}`,
    detail: null,
  });
}
console.log("done");
