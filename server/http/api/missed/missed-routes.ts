import * as z from "zod";
import { ATTEMPT_RESULTS, CLOSE_RESULTS, type Person } from "../../../../lib/events";
import { MISSED_LISTS, type MissedActReply, type MissedNumber } from "../../../../lib/recovery/missed-api";
import { MISSED_WHYS } from "../../../../lib/recovery/recovery-types";
import { assertNever, queueId } from "../../../../lib/vocabulary";
import type { Access } from "../../../access/access";
import type { Principal } from "../../../access/principal";
import { sightOfCallers, sightOfQueues } from "../../../access/sight";
import type { CallerVault } from "../../../callers/caller-vault";
import type { Act, Acted, Missed, MissedReader } from "../../../missed/missed";
import type { Asked } from "../../asked";
import { doerOf } from "../../asking/doer";
import { problemReply } from "../../problem";
import { checkBody } from "../../reading/checked-body";
import { fields } from "../../reading/fields";
import { aName, oneOf, readQuery, wholeNumber } from "../../reading/query";
import { jsonReply, type Reply } from "../../reply";
import { readable, type Route } from "../../router";
import { idOf, resource } from "../access/resource";

const QUERY = {
  list: oneOf(MISSED_LISTS, "open" as const),
  queue: aName(null),
  why: oneOf(MISSED_WHYS, null),
  offset: wholeNumber<number>(0, 1_000_000, 0),
  limit: wholeNumber<number>(1, 500, 100),
};

const ATTEMPT = fields({ result: z.enum(ATTEMPT_RESULTS, { error: `one of ${ATTEMPT_RESULTS.join(", ")}` }) });
const CLOSE = fields({ result: z.enum(CLOSE_RESULTS, { error: `one of ${CLOSE_RESULTS.join(", ")}` }) });

export type MissedRouteParts = {
  readonly missed: Missed;
  readonly vault: Pick<CallerVault, "endOf" | "reveal">;
  readonly access: Pick<Access, "auditTrail">;
};

/** Who was missed, and what people do about it. */
export const missedRoutes = (parts: MissedRouteParts): readonly Route[] => [
  readable("/api/v1/missed", (asked) => list(asked, parts)),
  resource("/api/v1/missed/{id}/claim", {
    POST: (asked) => act(asked, { type: "recovery.claimed" }, parts),
    DELETE: (asked) => act(asked, { type: "recovery.released" }, parts),
  }),
  resource("/api/v1/missed/{id}/attempt", {
    POST: (asked) => {
      const body = checkBody(ATTEMPT, asked.body);
      return body.kind === "refused" ? body.reply : act(asked, { type: "recovery.tried", ...body.values }, parts);
    },
  }),
  resource("/api/v1/missed/{id}/close", {
    POST: (asked) => {
      const body = checkBody(CLOSE, asked.body);
      return body.kind === "refused" ? body.reply : act(asked, { type: "recovery.closed", ...body.values }, parts);
    },
    DELETE: (asked) => act(asked, { type: "recovery.reopened" }, parts),
  }),
  resource("/api/v1/missed/{id}/number", { POST: (asked) => number(asked, parts) }),
];

function list({ principal, url }: Asked, { missed }: MissedRouteParts): Reply {
  const query = readQuery(url, QUERY);
  if (query.kind === "refused") return query.reply;
  const { queue, ...rest } = query.values;
  return jsonReply(200, missed.page({ ...rest, queueId: queue === null ? null : queueId(queue) }, readerOf(principal)));
}

async function act(asked: Asked, wanted: Act, { missed }: MissedRouteParts): Promise<Reply> {
  const reader = readerOf(asked.principal);
  const { me } = reader;
  if (me === null) return noSuchRecovery();
  return replyTo(await missed.act(idOf(asked), wanted, { ...reader, me }));
}

function replyTo(acted: Acted): Reply {
  switch (acted.kind) {
    case "done": {
      const reply: MissedActReply = { row: acted.row };
      return jsonReply(200, reply);
    }
    case "held":
      return conflict(`${acted.row.claim?.by ?? "Somebody else"} has this one.`, acted);
    case "over":
      return conflict("This one is over.", acted);
    case "unknown":
      return noSuchRecovery();
    case "refused":
      return problemReply(503, "Nothing was changed: the event log cannot be written now. Try again later.", {
        "retry-after": String(Math.ceil(acted.retryInMs / 1_000)),
      });
    default:
      return assertNever(acted);
  }
}

/** A problem document that shows how it stands. */
function conflict(detail: string, { row }: Extract<Acted, { row: unknown }>): Reply {
  const problem = problemReply(409, detail);
  return { ...jsonReply(409, { ...JSON.parse(String(problem.body)), row }), headers: problem.headers };
}

/** The whole number of one missed caller. That it was asked for stands in the audit trail before it is told. */
function number(asked: Asked, { missed, vault, access }: MissedRouteParts): Reply {
  const alias = missed.callerOf(idOf(asked), readerOf(asked.principal));
  if (alias === null) return problemReply(404, "There is no such missed caller, or the number was withheld.");
  const caller = vault.reveal(alias);
  if (caller === null) return problemReply(410, "This number is no longer kept.");
  const subject = `caller •••${vault.endOf(alias) ?? ""} · missed calls`;
  access.auditTrail.write({ act: "number-shown", subject, detail: null, ...doerOf(asked) });
  const shown: MissedNumber = { ...caller, callUrl: missed.callUrl(caller.number) };
  return jsonReply(200, shown);
}

const readerOf = (principal: Principal): MissedReader => ({
  queueIds: sightOfQueues(principal),
  me: personOf(principal),
  callers: sightOfCallers(principal),
});

/** At the demonstration everybody is the same one. */
function personOf(principal: Principal): Person | null {
  if (principal.kind === "demo") return { accountId: null, name: "Demo" };
  return principal.kind === "person" ? { accountId: principal.accountId, name: principal.name } : null;
}

/** The same words for what is not there and for what is not his. */
const noSuchRecovery = (): Reply => problemReply(404, "There is no such missed caller.");
