import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { SAMPLE_AT_MS } from "../../../../lib/testing/board-samples";
import { sourceId } from "../../../../lib/vocabulary";
import type { CompanySignIn } from "../../../access/oidc/company-sign-in";
import type { Access } from "../../../access/access";
import { openAccess } from "../../../access/open-access";
import { QUICK } from "../../../access/testing/opened-access";
import type { AppParts } from "../../../app-parts";
import type { RunningAlerts } from "../../../alerts/create-alerts";
import { openAlerts } from "../../../alerts/store/open-alerts";
import { openCallerVault } from "../../../callers/open-vault";
import { READS_INTERNATIONAL } from "../../../callers/rules/normal-number";
import { type Centre, startCentre } from "../../testing/centre";
import { createEventIntake } from "../../../sources/http/event-intake";
import { alertsOfOffice } from "./alerts";
import { type Floor, openFloor } from "./floor";
import { type Books, type Guest, LONG_AGO_MS, newAccount, SOMEBODY, type Name } from "./people";

/** The whole server over real books, a real vault and a real pipeline, with a look behind its back. */
export type Office = {
  readonly centre: Centre;
  readonly port: number;
  readonly own: string;
  readonly folder: string;
  readonly access: Access;
  readonly floor: Floor;
  readonly alerts: RunningAlerts;
  readonly clock: { readonly nowMs: () => number };
  readonly pass: (ms: number) => void;
  /** Somebody new of that kind. */
  readonly newcomer: (who: Name) => Promise<Guest>;
  /** The one of that kind who is always here. */
  readonly known: (who: Name) => Promise<Guest>;
  /** The same books as another process has them open. */
  readonly otherProcess: () => Access;
  /** All that stands in the books and in the vault, but when somebody was seen; and how often events were told. */
  readonly everything: () => string;
  readonly close: () => Promise<void>;
};

/** The company's provider vouches for everybody who comes. */
const company: CompanySignIn = {
  name: "Company",
  origin: () => "http://127.0.0.1:1",
  begin: () => Promise.resolve({ kind: "begun", address: "https://company.example/", sealed: "sealed" }),
  finish: () => {
    const person = {
      subject: "company 1",
      name: "Visitor",
      role: "analyst",
      queueIds: null,
      seesNumbers: false,
    } as const;
    return Promise.resolve({ kind: "vouched", next: "/", person });
  },
  countRefused: () => undefined,
};

/** So seldom that nothing but requests changes the books meanwhile. */
const SELDOM_MS = 600_000;

/** @param pollMs how often it is looked for what others wrote and what time has ended */
export async function openOffice({
  pollMs = SELDOM_MS,
  startMs = SAMPLE_AT_MS,
  ...parts
}: Partial<AppParts> & { readonly pollMs?: number; readonly startMs?: number } = {}): Promise<Office> {
  const folder = mkdtempSync(join(tmpdir(), "pickup-matrix-"));
  let nowMs = startMs;
  const clock = { nowMs: () => nowMs };
  const open = (): Access => {
    const opened = openAccess({ path: join(folder, "access.db"), clock, log, passwordCost: QUICK, pollMs });
    return opened.kind === "opened" ? opened.access : log(opened.message);
  };
  const keyFile = join(folder, "caller-numbers.key");
  const place = { path: join(folder, "callers.db"), keyFile };
  const opened = openCallerVault({ ...place, numbersKeptDays: 30, numbers: READS_INTERNATIONAL, clock });
  if (opened.kind === "refused") return log(opened.message);
  const { vault } = opened;
  const alertStore = openAlerts(join(folder, "alerts.db"));
  if (alertStore.kind === "refused") return log(alertStore.message);
  const alerts = alertsOfOffice(alertStore.store, clock);
  const floor = await openFloor(vault, alerts);
  const staticDir = join(folder, "pages");
  mkdirSync(staticDir);
  writeFileSync(join(staticDir, "index.html"), "<!doctype html><title>Pickup</title>");
  const access = open();
  // Always one more, so that no test takes the last administrator away.
  await newAccount(access, "admin");
  const web = sourceId("web");
  let tellings = 0;
  const intake = createEventIntake([{ id: web, kind: "http" }], async ({ length }) => {
    tellings += 1;
    return { kind: "kept", accepted: length, duplicates: 0 };
  });
  intake.open(web, { heard: () => undefined, reject: () => undefined });
  const centre = await startCentre({
    intake,
    feed: floor.feed,
    missed: floor.feed.missed,
    alerts,
    vault,
    clock,
    access,
    staticDir,
    companySignIn: company,
    empty: true,
    ...parts,
  });
  const opens: Access[] = [];
  const books: Books = {
    access,
    longAgo: (act) => {
      nowMs -= LONG_AGO_MS;
      try {
        return act();
      } finally {
        nowMs += LONG_AGO_MS;
      }
    },
  };
  const guests = new Map<Name, Promise<Guest>>();
  const newcomer = (who: Name): Promise<Guest> => SOMEBODY[who].come(books);
  const behind = ["access.db", "callers.db", "alerts.db"].map(
    (file) => new Database(join(folder, file), { readonly: true }),
  );
  return {
    centre,
    port: centre.port,
    own: `http://127.0.0.1:${centre.port}`,
    folder,
    access,
    floor,
    alerts,
    clock,
    pass: (ms) => void (nowMs += ms),
    newcomer,
    known: (who) => {
      const guest = guests.get(who) ?? newcomer(who);
      guests.set(who, guest);
      return guest;
    },
    otherProcess: () => {
      const other = open();
      opens.push(other);
      return other;
    },
    everything: () => [...behind.map(contentsOf), `${tellings} tellings`, missedIn(floor)].join("\n"),
    close: async () => {
      for (const db of behind) db.close();
      await centre.stop();
      for (const other of [...opens, access]) other.close();
      await floor.feed.close();
      alertStore.store.close();
      vault.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const EVERYBODY = { queueIds: null, me: null, callers: "nothing" } as const;

/** Who was missed and what people have done about it. */
function missedIn({ feed }: Floor): string {
  const lists = (["open", "ended"] as const).map((list) =>
    feed.missed.page({ list, queueId: null, why: null, offset: 0, limit: 500 }, EVERYBODY),
  );
  return JSON.stringify(lists.map(({ rows }) => rows));
}

const log = (line: string): never => {
  throw new Error(line);
};

const WHEN_SEEN = /^last_(seen|used)_at_ms$|^last_address$/;

function contentsOf(db: Database.Database): string {
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").raw().all() as [string][];
  const rows = tables.flatMap(([table]) => {
    const columns = (db.prepare(`PRAGMA table_info(${table})`).raw().all() as [number, string][])
      .map(([, column]) => `quote(${column})`)
      .filter((column) => !WHEN_SEEN.test(column.slice(6, -1)));
    const all = db
      .prepare(`SELECT ${columns.join(" || ',' || ")} FROM ${table} ORDER BY rowid`)
      .raw()
      .all();
    return [table, ...(all as [string][]).map(([row]) => row)];
  });
  return rows.join("\n");
}
