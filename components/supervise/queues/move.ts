import { plainText } from "../tables/agent-filter";

/** The next name after `from`, going round, that begins with what was typed; null: none does. */
export function typedTo(typed: string, from: number, names: readonly string[]): number | null {
  const wanted = typed.toLocaleLowerCase();
  for (let step = 1; step <= names.length; step += 1) {
    const index = (from + step) % names.length;
    if (names[index]?.toLocaleLowerCase().startsWith(wanted)) return index;
  }
  return null;
}

/** Whether a name has what is looked for in it, capitals and accents aside. */
export const isFound = (name: string, find: string): boolean => plainText(name).includes(plainText(find.trim()));
