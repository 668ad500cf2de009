import { plainText } from "../tables/agent-filter";

/** Where an arrow key leads in a list of `count`; null: the key leads nowhere. */
export function movedTo(key: string, from: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case "ArrowDown":
      return Math.min(count - 1, from + 1);
    case "ArrowUp":
      return Math.max(0, from - 1);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}

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
