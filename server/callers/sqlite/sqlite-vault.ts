import type { CallerAlias } from "../../../lib/vocabulary";
import type { Clock } from "../../clock";
import { closeOwnDatabase, emptyWal, type OwnDatabase } from "../../store/libsql/own-database";
import { inTransaction } from "../../store/libsql/transaction";
import type { CallerVault, KeptCaller } from "../caller-vault";
import type { NumberReader } from "../rules/normal-number";
import { ENDS_KEPT_DAYS, lastDayTooOld } from "../rules/retention";
import { readCallerText } from "./caller-text";
import { createEntrust } from "./entrust";
import { createKnownCallers } from "./known-callers";
import type { Sealing } from "./sealing";
import { createSlots, type Slot } from "./slots";

const KNOWN_CALLERS = 50_000;

export type SqliteVaultParts = {
  readonly db: OwnDatabase;
  /** Where it lies, as people know it. */
  readonly path: string;
  readonly sealing: Sealing;
  readonly numbersKeptDays: number;
  readonly numbers: NumberReader;
  readonly clock: Clock;
};

export function createSqliteVault(parts: SqliteVaultParts): CallerVault {
  const { db, path, sealing, numbersKeptDays, numbers, clock } = parts;
  const slots = createSlots(db, sealing);
  const known = createKnownCallers(KNOWN_CALLERS);
  const entrust = createEntrust({ db, sealing, slots, known, numbers });
  const selectDataVersion = db.prepare("PRAGMA data_version").raw();
  let dataVersion: number | null = null;
  let open = true;

  const whileOpen =
    <Arguments extends readonly unknown[], Result>(operation: (...given: Arguments) => Result) =>
    (...given: Arguments): Result => {
      if (!open) throw new Error("The vault of callers is closed");
      return operation(...given);
    };

  /** Whom another process has erased must not be remembered here. */
  const forgetErased = (): void => {
    const [[version]] = selectDataVersion.all() as [[number]];
    if (version !== dataVersion) known.clear();
    dataVersion = version;
  };

  /** @returns why what was deleted still lies beside the file; null: it does not */
  const takeOffDisk = (): string | null => {
    if (emptyWal(db)) return null;
    return `What was deleted still stands in ${path}-wal: another program is reading ${path}`;
  };

  const unsealed = ({
    alias,
    number,
    lastDay,
  }: Slot): { readonly number: string; readonly name: string | null } | null => {
    if (number === null || lastDay <= lastDayTooOld(clock.nowMs(), numbersKeptDays)) return null;
    return readCallerText(sealing.open("number", alias, number));
  };
  const endIn = ({ alias, end }: Slot): string => JSON.parse(sealing.open("end", alias, end)) as string;
  const keptIn = (slot: Slot): KeptCaller => {
    const { firstDay, lastDay } = slot;
    return { ...(unsealed(slot) ?? { number: null, name: null }), end: endIn(slot), firstDay, lastDay };
  };
  const aliasesIn = (spellings: readonly string[]): readonly CallerAlias[] => {
    const found = spellings.flatMap((spelling) => slots.byDigest(sealing.digestOf(spelling))?.alias ?? []);
    return [...new Set(found)];
  };
  const ofSlot = <Result>(read: (slot: Slot) => Result) =>
    whileOpen((alias: CallerAlias): Result | null => {
      const slot = slots.byAlias(alias);
      return slot === null ? null : read(slot);
    });

  return {
    entrust: whileOpen((callers, atMs) => {
      forgetErased();
      return entrust(callers, atMs);
    }),
    endOf: ofSlot(endIn),
    reveal: ofSlot(unsealed),
    keptOf: ofSlot(keptIn),
    find: whileOpen((number) => aliasesIn([numbers.normalOf(number), number])[0] ?? null),
    findAll: whileOpen((number) => aliasesIn(numbers.spellingsOf(number))),
    erase: whileOpen((alias) => {
      known.clear();
      const found = inTransaction(db, () => slots.clear(alias));
      const still = found ? takeOffDisk() : null;
      if (still !== null) throw new Error(`${still}; it goes once that is done and the server does its daily work`);
      return found;
    }),
    expire: whileOpen((nowMs) => {
      known.clear();
      const numbersUntil = lastDayTooOld(nowMs, numbersKeptDays);
      const count = inTransaction(db, () => slots.clearOld(numbersUntil, lastDayTooOld(nowMs, ENDS_KEPT_DAYS)));
      return { count, stillOnDisk: takeOffDisk() };
    }),
    close: () => {
      if (!open) return;
      open = false;
      closeOwnDatabase(db);
    },
  };
}
