/** What may be chosen from, as people say it: "15, 30 or 60". */
export const listed = (choices: readonly (string | number)[]): string =>
  choices.length < 2 ? choices.join() : `${choices.slice(0, -1).join(", ")} or ${choices.at(-1) ?? ""}`;
