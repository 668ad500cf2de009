import type { CallerAlias } from "../../lib/vocabulary";
import type { CallerVault } from "./caller-vault";
import { endOfNumber } from "./end-of-number";
import { newAlias } from "./new-alias";
import { dayOf, ENDS_KEPT_DAYS, isoDay, NUMBERS_KEPT_DAYS } from "./retention";

type Row = {
  number: string | null;
  name: string | null;
  readonly end: string;
  readonly firstDay: number;
  lastDay: number;
};

/** A vault that lives as long as the process: for the simulator, replays and tests. */
export function createMemoryVault(numbersKeptDays = NUMBERS_KEPT_DAYS): CallerVault {
  const rows = new Map<CallerAlias, Row>();
  const aliases = new Map<string, CallerAlias>();
  let open = true;

  const assertOpen = (): void => {
    if (!open) throw new Error("The vault of callers is closed");
  };
  const aliasFor = (number: string): CallerAlias => {
    const known = aliases.get(number);
    if (known !== undefined) return known;
    const alias = newAlias();
    aliases.set(number, alias);
    return alias;
  };
  const entrustOne = (number: string, name: string | null, day: number): CallerAlias => {
    const alias = aliasFor(number);
    const row = rows.get(alias);
    if (row === undefined) {
      rows.set(alias, { number, name, end: endOfNumber(number), firstDay: day, lastDay: day });
      return alias;
    }
    row.name = name ?? row.name;
    row.number = number;
    row.lastDay = Math.max(row.lastDay, day);
    return alias;
  };
  const erase = (alias: CallerAlias): boolean => {
    for (const [number, one] of aliases) if (one === alias) aliases.delete(number);
    return rows.delete(alias);
  };

  return {
    entrust: (callers, atMs) => {
      assertOpen();
      const day = dayOf(atMs);
      return callers.map((caller) =>
        caller === null || caller.number === null || caller.number === ""
          ? null
          : entrustOne(caller.number, caller.name, day),
      );
    },
    endOf: (alias) => rows.get(alias)?.end ?? null,
    reveal: (alias) => {
      const row = rows.get(alias);
      return row === undefined || row.number === null ? null : { number: row.number, name: row.name };
    },
    keptOf: (alias) => {
      const row = rows.get(alias);
      if (row === undefined) return null;
      const { number, name, end, firstDay, lastDay } = row;
      return { number, name, end, firstDay: isoDay(firstDay), lastDay: isoDay(lastDay) };
    },
    find: (number) => aliases.get(number) ?? null,
    erase,
    expire: (nowMs) => {
      assertOpen();
      const today = dayOf(nowMs);
      let count = 0;
      for (const [alias, row] of rows) {
        if (row.number !== null && today - row.lastDay >= numbersKeptDays) {
          row.number = null;
          row.name = null;
          count += 1;
        }
        if (today - row.lastDay >= ENDS_KEPT_DAYS) erase(alias);
      }
      return count;
    },
    close: () => {
      open = false;
    },
  };
}
