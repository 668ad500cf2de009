import { errorText } from "../../store/libsql/errors";
import type { CommandIo } from "../command";
import { countedContacts, type FoundCaller } from "./found-caller";

/** Forgets who a caller was. @returns the exit code */
export function eraseCaller(
  { aliases, shown, vault, contacts, writeToTrail }: Omit<FoundCaller, "settings">,
  { out, err }: Pick<CommandIo, "out" | "err">,
): number {
  const stay = contacts.kind === "read" ? countedContacts(contacts.count) : "its contacts";
  // First the trail: of an erasure that stands nowhere nobody would ever know.
  const unwritten = writeToTrail("caller-erased", `${stay} stay in the totals`);
  if (unwritten !== null) {
    err(`pickup privacy: ${shown} was not erased: ${unwritten}`);
    return 1;
  }
  let problem: string | null = null;
  for (const alias of aliases) {
    try {
      vault.erase(alias);
    } catch (error) {
      problem = errorText(error);
    }
  }
  if (aliases.some((alias) => vault.keptOf(alias) !== null)) {
    const why = problem ?? "it is still there";
    err(`pickup privacy: ${shown} could not be erased: ${why}`);
    const untold = writeToTrail("caller-not-erased", why);
    if (untold !== null) err(`pickup privacy: its line in the audit trail says that it was: ${untold}`);
    return 1;
  }
  out(`Erased of ${shown}: number, name, the number's end, and when it was first and last heard.`);
  out(`In all totals and lists ${stay} stay, under a name that leads nowhere.`);
  if (contacts.kind === "unread") err(`pickup privacy: they were not counted: ${contacts.message}`);
  if (problem === null) return 0;
  err(`pickup privacy: ${problem}`);
  return 1;
}
