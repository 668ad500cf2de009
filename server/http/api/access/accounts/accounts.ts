import type { Role } from "../../../../../lib/access/roles";
import type { QueueId } from "../../../../../lib/vocabulary";
import type { AccountChange } from "../../../../access/access";
import type { Asked } from "../../../asked";
import { doerOf } from "../../../asking/doer";
import { problemReply } from "../../../problem";
import { checkBody, fieldsReply } from "../../../reading/checked-body";
import { fields, flag, text } from "../../../reading/fields";
import { jsonReply, type Reply } from "../../../reply";
import type { Route } from "../../../router";
import { name, queueIds, role } from "../fields";
import type { AccessParts } from "../parts";
import { passwordReply } from "../password-reply";
import { idOf, resource } from "../resource";

const NEW_ACCOUNT = fields({ name, role, queueIds, seesNumbers: flag, password: text });
const CHANGE = fields({
  role: role.exactOptional(),
  queueIds: queueIds.exactOptional(),
  seesNumbers: flag.exactOptional(),
  password: text.exactOptional(),
  disabled: flag.exactOptional(),
});

/** The people who may sign in. With them stand the queues that a lead can be given. */
export function accountRoutes({
  access: { accounts },
  queues,
}: Pick<AccessParts, "access" | "queues">): readonly Route[] {
  const create = async (asked: Asked): Promise<Reply> => {
    const body = checkBody(NEW_ACCOUNT, asked.body);
    if (body.kind === "refused") return body.reply;
    const { name: itsName, password: itsPassword, role: itsRole, queueIds: itsQueueIds } = body.values;
    const wrong = queuesProblem(itsRole, itsQueueIds) ?? passwordReply("password", itsPassword, itsName);
    if (wrong !== null) return wrong;
    const made = await accounts.create(body.values, doerOf(asked));
    return made.kind === "refused" ? problemReply(409, made.problem) : jsonReply(201, made.account);
  };
  const change = async (asked: Asked): Promise<Reply> => {
    const account = accounts.list().find(({ id }) => id === idOf(asked));
    if (account === undefined) return problemReply(404, "There is no such account.");
    const body = checkBody(CHANGE, asked.body);
    if (body.kind === "refused") return body.reply;
    if (Object.keys(body.values).length === 0) return problemReply(400, "The body names nothing to change.");
    const wanted = forgettingQueues(body.values);
    const then = { ...account, ...wanted };
    const wrongPassword = then.password === undefined ? null : passwordReply("password", then.password, account.name);
    const wrong = queuesProblem(then.role, then.queueIds) ?? wrongPassword;
    if (wrong !== null) return wrong;
    const changed = await accounts.change(account.id, wanted, doerOf(asked));
    return changed.kind === "refused" ? problemReply(409, changed.problem) : jsonReply(200, changed.account);
  };
  return [
    resource("/api/v1/accounts", {
      GET: () => jsonReply(200, { accounts: accounts.list(), queues: queues() }),
      POST: create,
    }),
    resource("/api/v1/accounts/{id}", { PATCH: change }),
  ];
}

/** Who is made something else than a lead has his own queues no longer, without anybody saying so. */
function forgettingQueues(change: AccountChange): AccountChange {
  const { role: next } = change;
  if (next === undefined || next === "lead" || change.queueIds !== undefined) return change;
  return { ...change, queueIds: null };
}

/** A lead without queues would see nothing; nobody else has some of his own. */
function queuesProblem(of: Role, ids: readonly QueueId[] | null): Reply | null {
  if (of === "lead" && (ids === null || ids.length === 0)) {
    return fieldsReply([{ field: "queueIds", what: "must name at least one queue: a lead sees his own queues only" }]);
  }
  if (of !== "lead" && ids !== null) {
    return fieldsReply([{ field: "queueIds", what: "must be null: only a lead has queues of his own" }]);
  }
  return null;
}
