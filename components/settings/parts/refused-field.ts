import type { Refusal } from "./use-listed";

/** The field that the server refused; null: no single one. */
export const refusedField = (answer: Refusal): string | null =>
  answer.kind === "refused" ? (answer.problems[0]?.field ?? null) : null;
