import { errorText } from "../../store/libsql/errors";
import type { CommandIo } from "../command";
import { countedContacts, type FoundCaller } from "./found-caller";

/** Forgets who a caller was. @returns the exit code */
export function eraseCaller(
  { alias, shown, vault, contacts, writeToTrail }: FoundCaller,
  { out, err }: CommandIo,
): number {
  let problem: string | null = null;
  try {
    vault.erase(alias);
  } catch (error) {
    problem = errorText(error);
  }
  if (vault.keptOf(alias) !== null) {
    err(`pickup privacy: ${shown} could not be erased: ${problem ?? "it is still there"}`);
    return 1;
  }
  const stay = contacts.kind === "read" ? countedContacts(contacts.count) : "its contacts";
  writeToTrail("caller-erased", `${stay} stay in the totals`);
  out(`Erased of ${shown}: number, name, the number's end, and when it was first and last heard.`);
  out(`In all totals and lists ${stay} stay, under a name that leads nowhere.`);
  if (contacts.kind === "unread") err(`pickup privacy: they were not counted: ${contacts.message}`);
  if (problem === null) return 0;
  err(`pickup privacy: ${problem}`);
  return 1;
}
