import type { CallerAlias } from "../../lib/vocabulary";
import type { CallerVault } from "./caller-vault";
import type { NumberReader } from "./rules/normal-number";

/** So many answers are remembered; then it is begun anew. */
const REMEMBERED = 50_000;

/**
 * Tells the numbers behind which many people call, as a company's switchboard: whoever calls from there is not known
 * to be who called before. Nobody is shown anything, so no trail is kept.
 * @param configured as people spell them
 * @returns whether an alias stands for such a number; false too where its number is no longer kept
 */
export function createSharedNumbers(
  vault: Pick<CallerVault, "reveal">,
  configured: readonly string[],
  numbers: NumberReader,
): (alias: CallerAlias) => boolean {
  const shared = new Set(configured.map((number) => numbers.normalOf(number)));
  const known = new Map<CallerAlias, boolean>();
  return (alias) => {
    if (shared.size === 0) return false;
    const before = known.get(alias);
    if (before !== undefined) return before;
    const caller = vault.reveal(alias);
    // He may call again, and be known again.
    if (caller === null) return false;
    const isShared = shared.has(numbers.normalOf(caller.number));
    if (known.size >= REMEMBERED) known.clear();
    known.set(alias, isShared);
    return isShared;
  };
}
