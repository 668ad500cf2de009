import { assertNever } from "../../lib/vocabulary";
import { callerFromText } from "../sources/caller-text";
import { type Command, readArgs, refuseArgs } from "./command";
import { eraseCaller } from "./privacy/erase-caller";
import { exportCaller } from "./privacy/export-caller";
import { withCaller } from "./privacy/found-caller";

const ACTS = ["export", "erase"] as const;
type Act = (typeof ACTS)[number];

const HELP = `pickup privacy export|erase NUMBER [--config FILE]

Says what is kept of one caller, or forgets who it was. The server may run meanwhile.

  export   prints as JSON: number and name, when it was first and last heard, and its contacts
           of the last 400 days with queue, instants and outcome
  erase    deletes number, name and the end of the number for good. The contacts stay in all
           totals, under a name that leads nowhere; the next call is somebody new's

NUMBER is found however it is spelt: +4930123456, 004930123456 and, where the configuration names the country
(callers: { country: DE }), 030123456. Put one with spaces in quotes. Both are written to the audit trail, without the number.
Backups of callers.db made before still hold it: let them run out, or delete them.

  --config FILE   the configuration; otherwise PICKUP_CONFIG or pickup.config.yaml beside where it is started

Environment: PICKUP_DATA_DIR (data/), PICKUP_KEY_FILE (in data/).
Exit code: 0 done, 1 nobody was found or it did not work.`;

export const privacyCommand: Command = {
  name: "privacy",
  summary: "say what is kept of a caller, or forget who it was",
  help: HELP,
  run: async (args, io) => {
    const read = readArgs(args, {
      options: { config: { type: "string" } },
      positionals: { min: 2, max: 2, what: "export or erase, and a NUMBER" },
    });
    if (!read.ok) return refuseArgs("privacy", read.problem, io);
    const [word = "", written = ""] = read.positionals;
    const act = ACTS.find((one) => one === word);
    if (act === undefined) return refuseArgs("privacy", `it takes export or erase, not "${word}"`, io);
    // As every source spells it: what is copied from elsewhere brings along what cannot be seen.
    const { number } = callerFromText(written);
    if (number === null) return refuseArgs("privacy", "the NUMBER is empty", io);
    return withCaller({ number, configPath: read.values.config ?? null }, io, workOf(act));
  },
};

function workOf(act: Act): typeof exportCaller {
  switch (act) {
    case "export":
      return exportCaller;
    case "erase":
      return eraseCaller;
    default:
      return assertNever(act);
  }
}
