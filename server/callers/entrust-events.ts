import type { Caller, KeptEvent, RecoveryAct, SourceEvent, ToldEvent } from "../../lib/events";
import type { CallerAlias } from "../../lib/vocabulary";
import type { CallerVault, Dialled } from "./caller-vault";

/** What is to be written: of a source's, with its callers still named. */
type ToWrite = Omit<SourceEvent, "event"> & { readonly event: ToldEvent | RecoveryAct };
/** What a source told, as it may stand in the log. */
export type Entrusted<Told extends ToWrite> = Omit<Told, "event"> & { readonly event: KeptEvent };

/**
 * Leaves the callers of a batch with the vault and puts their aliases in their place: durable there before anything
 * of the batch can be written elsewhere.
 * @throws Error when the vault refuses
 */
export function entrustEvents<Told extends ToWrite>(
  vault: Pick<CallerVault, "entrust">,
  batch: readonly Told[],
  atMs: number,
): readonly Entrusted<Told>[] {
  const callers: (Caller | Dialled | null)[] = [];
  for (const { event } of batch) if ("caller" in event) callers.push(whoIsIn(event));
  const aliases = callers.length === 0 ? [] : vault.entrust(callers, atMs);
  let next = 0;
  return batch.map((told) => {
    if (!("caller" in told.event)) return { ...told, event: told.event };
    const alias = aliases[next] ?? null;
    next += 1;
    return { ...told, event: withAlias(told.event, alias) };
  });
}

const whoIsIn = ({ type, caller }: Extract<ToldEvent, { caller: unknown }>): Caller | Dialled | null =>
  type === "outbound.answered" && caller !== null ? { dialled: caller } : caller;

/** The event as it is kept, who calls under an alias. */
export const withAlias = (event: Extract<ToldEvent, { caller: unknown }>, caller: CallerAlias | null): KeptEvent => ({
  ...event,
  caller,
});
