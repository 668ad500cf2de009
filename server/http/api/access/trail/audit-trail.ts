import { toNdjson } from "../../../../access/trail/ndjson";
import { doerOf } from "../../../asking/doer";
import { readQuery, wholeNumber } from "../../../reading/query";
import { jsonReply, textReply } from "../../../reply";
import { readable, type Route } from "../../../router";
import type { AccessParts } from "../parts";

const QUERY = {
  before: wholeNumber(1, Number.MAX_SAFE_INTEGER, null),
  limit: wholeNumber<number>(1, 500, 100),
};

/** Who did what (AC11), the newest first, page by page; and all of it as a file, a line each, the oldest first. */
export function auditTrailRoutes({ access }: Pick<AccessParts, "access">): readonly Route[] {
  const page = readable("/api/v1/audit-trail", async ({ url }) => {
    const query = readQuery(url, QUERY);
    return query.kind === "refused" ? query.reply : jsonReply(200, await access.auditTrail.read(query.values));
  });
  const file = readable("/api/v1/audit-trail/export", async (asked) => {
    // Before it is read, so that a copy tells of itself.
    access.auditTrail.write({ act: "audit-trail-exported", subject: null, detail: null, ...doerOf(asked) });
    const body = await toNdjson(access.auditTrail.all());
    const reply = textReply(200, "application/x-ndjson; charset=utf-8", "");
    const disposition = 'attachment; filename="pickup-audit-trail.ndjson"';
    return { ...reply, headers: { ...reply.headers, "content-disposition": disposition }, body };
  });
  return [page, file];
}
