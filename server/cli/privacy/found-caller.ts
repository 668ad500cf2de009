import { existsSync } from "node:fs";
import { join } from "node:path";
import { createCalendar } from "../../../lib/calendar";
import type { AuditAct } from "../../../lib/access/access-types";
import type { VisitRecord } from "../../../lib/desk/visit-record";
import type { CallerAlias } from "../../../lib/vocabulary";
import { openAccess } from "../../access/open-access";
import type { CallerVault } from "../../callers/caller-vault";
import { endOfNumber } from "../../callers/end-of-number";
import { openCallerVault } from "../../callers/open-vault";
import { createNumberReader } from "../../callers/rules/normal-number";
import { DAY_MS, ENDS_KEPT_DAYS } from "../../callers/rules/retention";
import { vaultPlaceOf } from "../../callers/vault-place";
import { contactsOfCaller } from "../../contacts-of-caller";
import { readSettings, type Settings } from "../../settings";
import { errorText, isWriteRefused } from "../../store/libsql/errors";
import { openStoredLog } from "../../store/sqlite";
import type { CommandIo } from "../command";
import { commandLine } from "../access/with-access";

export type CallersContacts =
  | {
      readonly kind: "read";
      readonly visits: readonly VisitRecord[];
      /** A contact may visit several queues. */ readonly count: number;
    }
  /** `message`: one line for people. */
  | { readonly kind: "unread"; readonly message: string };

/** The caller that a command is about, and what it works with. */
export type FoundCaller = {
  /** Several where his spellings were once taken for several numbers. */
  readonly aliases: readonly CallerAlias[];
  /** The caller as lists and the audit trail name him. */
  readonly shown: string;
  readonly vault: CallerVault;
  readonly settings: Settings;
  readonly contacts: CallersContacts;
  /** @returns null: it stands there; otherwise why not, in words for people */
  readonly writeToTrail: (act: AuditAct, detail: string) => string | null;
};

/** Finds who called from a number, and works on him. @returns the exit code; 1: nobody did, or it did not work */
export async function withCaller(
  { number, configPath }: { readonly number: string; readonly configPath: string | null },
  io: CommandIo,
  work: (caller: FoundCaller, io: CommandIo) => number,
): Promise<number> {
  const refuse = (message: string): number => {
    io.err(`pickup privacy: ${message}`);
    return 1;
  };
  const answer = await readSettings({ cwd: io.cwd, env: io.env, configPath, demo: false });
  // The secrets of sources, which a server has from its own surroundings, are not needed here.
  const settings = answer.ok ? answer.settings : answer.rest;
  if (settings === null) {
    if (!answer.ok) for (const problem of answer.problems) io.err(problem);
    return 1;
  }
  const { dataDir, numbersKeptDays, callers } = settings;
  const shown = `caller •••${endOfNumber(number)}`;
  const nobody = `nobody is known who called from this number (${shown}), or he was erased. Try it with its country code (+49…), and as the telephone system spells it`;
  const place = vaultPlaceOf(settings);
  if (!existsSync(place.path)) return refuse(`${nobody}. There are no callers in ${dataDir} at all`);
  const opened = openCallerVault({
    ...place,
    numbersKeptDays,
    numbers: createNumberReader(callers.numbers),
    clock: io.clock,
  });
  if (opened.kind === "refused") return refuse(opened.message);
  const { vault, warnings } = opened;
  try {
    for (const warning of warnings) io.err(warning);
    const aliases = vault.findAll(number);
    if (aliases.length === 0) return refuse(nobody);
    const access = openAccess({ path: join(dataDir, "access.db"), clock: io.clock, log: io.err });
    if (access.kind === "refused") return refuse(access.message);
    const { auditTrail, close } = access.access;
    try {
      const writeToTrail = (act: AuditAct, detail: string): string | null => {
        try {
          auditTrail.write({ act, subject: shown, detail, ...commandLine() });
          return null;
        } catch (error) {
          if (!isWriteRefused(error)) throw error;
          return `the audit trail cannot be written (${errorText(error)})`;
        }
      };
      const contacts = await readContacts(aliases, settings, io.clock.nowMs());
      return work({ aliases, shown, vault, settings, contacts, writeToTrail }, io);
    } finally {
      close();
    }
  } finally {
    vault.close();
  }
}

async function readContacts(
  aliases: readonly CallerAlias[],
  settings: Settings,
  nowMs: number,
): Promise<CallersContacts> {
  const { dataDir, site } = settings;
  const opened = openStoredLog(join(dataDir, "events.db"));
  if (opened.kind === "none") return { kind: "read", visits: [], count: 0 };
  if (opened.kind === "refused") return { kind: "unread", message: opened.message };
  try {
    const visits = await contactsOfCaller(opened.log, {
      callers: aliases,
      site,
      calendar: createCalendar(site.timeZone, site.dayStartsAtMinute),
      fromMs: nowMs - ENDS_KEPT_DAYS * DAY_MS,
      nowMs,
    });
    const contacts = new Set(visits.map(({ sourceId, contactId }) => JSON.stringify([sourceId, contactId])));
    return { kind: "read", visits, count: contacts.size };
  } catch (error) {
    return { kind: "unread", message: `The event log in ${dataDir} cannot be read: ${errorText(error)}` };
  } finally {
    await opened.log.close();
  }
}

export const countedContacts = (count: number): string => (count === 1 ? "1 contact" : `${count} contacts`);
