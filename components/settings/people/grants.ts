import type { AccountView } from "../../../lib/access/access-types";
import type { Role } from "../../../lib/access/roles";
import type { QueueId } from "../../../lib/vocabulary";

/** What an account allows, as a form holds it: the queues stay chosen while another role is looked at. */
export type Grants = {
  readonly role: Role;
  readonly queueIds: readonly QueueId[];
  readonly seesNumbers: boolean;
};

/** The narrowest role, with nothing chosen for anybody. */
export const NO_GRANTS: Grants = { role: "lead", queueIds: [], seesNumbers: false };

export const grantsOf = ({ role, queueIds, seesNumbers }: AccountView): Grants => ({
  role,
  queueIds: queueIds ?? [],
  seesNumbers,
});

/** As the server takes it: only a lead has queues of his own, and an analyst sees no callers. */
export const sentGrants = ({ role, queueIds, seesNumbers }: Grants) => ({
  role,
  queueIds: role === "lead" ? queueIds : null,
  seesNumbers: role !== "analyst" && seesNumbers,
});

/** Whether they allow the same. */
export function sameGrants(one: Grants, other: Grants): boolean {
  const [a, b] = [sentGrants(one), sentGrants(other)];
  return a.role === b.role && a.seesNumbers === b.seesNumbers && idsText(a.queueIds) === idsText(b.queueIds);
}

/** One text, whatever their order. */
const idsText = (ids: readonly QueueId[] | null): string => JSON.stringify(ids === null ? null : [...ids].sort());

export const lacksQueue = ({ role, queueIds }: Grants): boolean => role === "lead" && queueIds.length === 0;
