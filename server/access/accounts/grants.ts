import type { Role } from "../../../lib/access/roles";
import type { QueueId } from "../../../lib/vocabulary";

/** What an account allows. */
export type Grants = {
  readonly role: Role;
  /** Of a lead; null: all. */
  readonly queueIds: readonly QueueId[] | null;
  readonly seesNumbers: boolean;
};

/** As it is kept: queues of a lead only, each once; no numbers for who has totals only. */
export function keptGrants({ role, queueIds, seesNumbers }: Grants): Grants {
  const own = role === "lead" ? Array.from(new Set(queueIds)) : null;
  return { role, queueIds: own, seesNumbers: seesNumbers && role !== "analyst" };
}

/** Why nobody can be allowed that, in one sentence; null: somebody can. */
export const grantsProblem = ({ role, queueIds }: Grants): string | null =>
  role === "lead" && (queueIds ?? []).length === 0 ? "A lead needs at least one queue." : null;

export const sameGrants = (a: Grants, b: Grants): boolean => grantsText(a) === grantsText(b);

/** In a few words, for the audit trail. */
export function grantsText({ role, queueIds, seesNumbers }: Grants): string {
  const queues = queueIds === null ? [] : [`queues ${queueIds.join(", ")}`];
  return [role, ...queues, ...(seesNumbers ? ["may see numbers"] : [])].join("; ");
}
