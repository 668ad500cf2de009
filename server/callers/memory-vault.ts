import type { Caller } from "../../lib/events";
import type { CallerAlias } from "../../lib/vocabulary";
import type { CallerVault } from "./caller-vault";
import { endOfNumber } from "./end-of-number";
import { newAlias } from "./rules/new-alias";
import { type NumberReader, type NumberWay, READS_INTERNATIONAL } from "./rules/normal-number";
import { dayOf, ENDS_KEPT_DAYS, lastDayTooOld, NUMBERS_KEPT_DAYS } from "./rules/retention";

type Row = {
  number: string | null;
  name: string | null;
  readonly end: string;
  readonly firstDay: string;
  lastDay: string;
};

/** A vault that lives as long as the process: for the simulator, replays and tests. */
export function createMemoryVault(
  numbersKeptDays = NUMBERS_KEPT_DAYS,
  numbers: NumberReader = READS_INTERNATIONAL,
): CallerVault {
  const rows = new Map<CallerAlias, Row>();
  const aliases = new Map<string, CallerAlias>();
  /** Spellings as they were read: reading costs more than all else. */
  const normals = { called: new Map<string, string>(), dialled: new Map<string, string>() };
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
  const normalOf = (spelt: string, way: NumberWay): string => {
    const known = normals[way].get(spelt);
    if (known !== undefined) return known;
    const normal = numbers.normalOf(spelt, way);
    normals[way].set(spelt, normal);
    return normal;
  };
  const entrustOne = ({ number: spelt, name }: Caller, way: NumberWay, day: string): CallerAlias | null => {
    if (spelt === null || spelt === "") return null;
    const number = normalOf(spelt, way);
    const alias = aliasFor(number);
    const row = rows.get(alias);
    if (row === undefined) {
      rows.set(alias, { number, name, end: endOfNumber(number), firstDay: day, lastDay: day });
      return alias;
    }
    if (day > row.lastDay || row.name === null) row.name = name ?? row.name;
    if (day > row.lastDay) row.lastDay = day;
    row.number = number;
    return alias;
  };
  const erase = (alias: CallerAlias): boolean => {
    assertOpen();
    for (const [number, one] of aliases) if (one === alias) aliases.delete(number);
    for (const spelt of Object.values(normals)) spelt.clear();
    return rows.delete(alias);
  };
  const rowOf = (alias: CallerAlias): Row | null => {
    assertOpen();
    return rows.get(alias) ?? null;
  };

  return {
    entrust: (callers, atMs) => {
      assertOpen();
      const day = dayOf(atMs);
      return callers.map((who) => {
        if (who === null) return null;
        return "dialled" in who ? entrustOne(who.dialled, "dialled", day) : entrustOne(who, "called", day);
      });
    },
    endOf: (alias) => rowOf(alias)?.end ?? null,
    reveal: (alias) => {
      const row = rowOf(alias);
      return row === null || row.number === null ? null : { number: row.number, name: row.name };
    },
    keptOf: (alias) => {
      const row = rowOf(alias);
      return row === null ? null : { ...row };
    },
    find: (number) => {
      assertOpen();
      return aliases.get(numbers.normalOf(number)) ?? null;
    },
    findAll: (number) => {
      assertOpen();
      const alias = aliases.get(numbers.normalOf(number));
      return alias === undefined ? [] : [alias];
    },
    erase,
    expire: (nowMs) => {
      assertOpen();
      const numbersUntil = lastDayTooOld(nowMs, numbersKeptDays);
      const endsUntil = lastDayTooOld(nowMs, ENDS_KEPT_DAYS);
      let count = 0;
      for (const [alias, row] of rows) {
        if (row.number !== null && row.lastDay <= numbersUntil) {
          row.number = null;
          row.name = null;
          count += 1;
        }
        if (row.lastDay <= endsUntil) erase(alias);
      }
      return { count, stillOnDisk: null };
    },
    close: () => {
      open = false;
    },
  };
}
