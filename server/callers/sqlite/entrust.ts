import type { CallerAlias } from "../../../lib/vocabulary";
import type { OwnDatabase } from "../../store/libsql/own-database";
import { inTransaction } from "../../store/libsql/transaction";
import type { CallerVault } from "../caller-vault";
import { newAlias } from "../rules/new-alias";
import { dayOf } from "../rules/retention";
import { callerText, readCallerText } from "./caller-text";
import type { KnownCaller, KnownCallers } from "./known-callers";
import type { Sealing } from "./sealing";
import type { Slots } from "./slots";

type Told = { readonly digest: string; readonly number: string; readonly name: string | null };

/** Names callers. Whoever was heard today is answered from memory; what is new of a batch is one transaction. */
export function createEntrust(
  db: OwnDatabase,
  sealing: Sealing,
  slots: Slots,
  known: KnownCallers,
): CallerVault["entrust"] {
  const hear = ({ digest, number, name }: Told, day: string): KnownCaller => {
    const slot = slots.byDigest(digest);
    if (slot === null) {
      const alias = newAlias();
      slots.add({ digest, alias, number, name, day });
      return { alias, lastDay: day, named: name !== null };
    }
    const { alias } = slot;
    const before = slot.number === null ? null : readCallerText(sealing.open("number", alias, slot.number)).name;
    const isNewDay = day > slot.lastDay;
    const called = isNewDay || before === null ? (name ?? before) : before;
    const reseals = slot.number === null || called !== before;
    const sealed = reseals ? sealing.seal("number", alias, callerText(number, called)) : null;
    if (isNewDay || reseals) slots.touch(slot.slot, day, sealed);
    return { alias, lastDay: isNewDay ? day : slot.lastDay, named: called !== null };
  };

  /** null: there is something to write. */
  const remembered = ({ digest, name }: Told, day: string): CallerAlias | null => {
    const caller = known.get(digest);
    const isAsKept = caller !== null && day <= caller.lastDay && (caller.named || name === null);
    return isAsKept ? caller.alias : null;
  };

  const hearAll = (all: readonly (Told | null)[], day: string): readonly (CallerAlias | null)[] => {
    try {
      return inTransaction(db, () =>
        all.map((told) => {
          if (told === null) return null;
          const alias = remembered(told, day);
          if (alias !== null) return alias;
          const caller = hear(told, day);
          known.set(told.digest, caller);
          return caller.alias;
        }),
      );
    } catch (error) {
      known.clear();
      throw error;
    }
  };

  return (callers, atMs) => {
    const day = dayOf(atMs);
    const all = callers.map((caller): Told | null => {
      if (caller === null || caller.number === null || caller.number === "") return null;
      return { digest: sealing.digestOf(caller.number), number: caller.number, name: caller.name };
    });
    const aliases = all.map((told) => (told === null ? null : remembered(told, day)));
    const isComplete = aliases.every((alias, index) => alias !== null || all[index] === null);
    return isComplete ? aliases : hearAll(all, day);
  };
}
