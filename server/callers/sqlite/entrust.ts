import type { Caller } from "../../../lib/events";
import type { CallerAlias } from "../../../lib/vocabulary";
import type { OwnDatabase } from "../../store/libsql/own-database";
import { inTransaction } from "../../store/libsql/transaction";
import type { CallerVault, Dialled } from "../caller-vault";
import { newAlias } from "../rules/new-alias";
import type { NumberReader, NumberWay } from "../rules/normal-number";
import { dayOf } from "../rules/retention";
import { callerText, readCallerText } from "./caller-text";
import type { KnownCaller, KnownCallers } from "./known-callers";
import type { Sealing } from "./sealing";
import type { Slot, Slots } from "./slots";

type Told = {
  /** The digest of the number as it is spelt. */
  readonly spelt: string;
  readonly number: string;
  readonly way: NumberWay;
  readonly name: string | null;
};

type EntrustParts = {
  readonly db: OwnDatabase;
  readonly sealing: Sealing;
  readonly slots: Slots;
  /** By spelling, for reading a number costs more than all else. */
  readonly known: KnownCallers;
  readonly numbers: NumberReader;
};

/** Names callers. Whoever was heard today is answered from memory; what is new of a batch is one transaction. */
export function createEntrust({ db, sealing, slots, known, numbers }: EntrustParts): CallerVault["entrust"] {
  /** Who was entrusted before numbers were read is still kept by his spelling, and is the same from now on. */
  const found = (digest: string, spelt: string): { readonly slot: Slot | null; readonly isRenamed: boolean } => {
    const slot = slots.byDigest(digest);
    if (slot !== null || digest === spelt) return { slot, isRenamed: false };
    const before = slots.byDigest(spelt);
    if (before !== null) slots.rename(before.slot, digest);
    return { slot: before, isRenamed: before !== null };
  };

  const hear = ({ spelt, number: written, way, name }: Told, day: string): KnownCaller => {
    const number = numbers.normalOf(written, way);
    const digest = number === written ? spelt : sealing.digestOf(number);
    const { slot, isRenamed } = found(digest, spelt);
    if (slot === null) {
      const alias = newAlias();
      slots.add({ digest, alias, number, name, day });
      return { alias, lastDay: day, named: name !== null };
    }
    const { alias } = slot;
    const before = slot.number === null ? null : readCallerText(sealing.open("number", alias, slot.number)).name;
    const isNewDay = day > slot.lastDay;
    const called = isNewDay || before === null ? (name ?? before) : before;
    const reseals = isRenamed || slot.number === null || called !== before;
    const sealed = reseals ? sealing.seal("number", alias, callerText(number, called)) : null;
    if (isNewDay || reseals) slots.touch(slot.slot, day, sealed);
    return { alias, lastDay: isNewDay ? day : slot.lastDay, named: called !== null };
  };

  /** null: there is something to write. */
  const remembered = (told: Told, day: string): CallerAlias | null => {
    const caller = known.get(keyOf(told));
    const isAsKept = caller !== null && day <= caller.lastDay && (caller.named || told.name === null);
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
          known.set(keyOf(told), caller);
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
    const all = callers.map((who) => toldBy(who, sealing));
    const aliases = all.map((told) => (told === null ? null : remembered(told, day)));
    const isComplete = aliases.every((alias, index) => alias !== null || all[index] === null);
    return isComplete ? aliases : hearAll(all, day);
  };
}

function toldBy(who: Caller | Dialled | null, { digestOf }: Sealing): Told | null {
  if (who === null) return null;
  const [{ number, name }, way] = "dialled" in who ? ([who.dialled, "dialled"] as const) : ([who, "called"] as const);
  return number === null || number === "" ? null : { spelt: digestOf(number), number, way, name };
}

/** The same digits may be two numbers: one that called, one that was dialled with the line first. */
const keyOf = ({ spelt, way }: Told): string => (way === "called" ? spelt : `${way} ${spelt}`);
