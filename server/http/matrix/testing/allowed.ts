import type { Somebody } from "./people";

/**
 * Who may do what, written out by hand as one would tell an auditor, and on purpose not made from the server's own
 * table. `yes`: done. `own`: done for what is of his side of the centre, 404 for all else. `num`: the same, and only
 * with the right to numbers, otherwise 403. `-`: refused, 401 for who is not known, 403 for who is. A number: that
 * answer, of a request that is right but comes at the wrong time.
 */
const TABLE = `
request                               | nobody bad-token display lead supervisor analyst admin read metrics ingest demo
GET /*                                | yes    yes       yes     yes  yes        yes     yes   yes  yes     yes    yes
GET /healthz                          | yes    yes       yes     yes  yes        yes     yes   yes  yes     yes    yes
GET /readyz                           | yes    yes       yes     yes  yes        yes     yes   yes  yes     yes    yes
GET /metrics                          | -      -         -       -    -          -       yes   -    yes     -      yes
GET /api/v1/me                        | yes    yes       yes     yes  yes        yes     yes   yes  yes     yes    yes
POST /api/v1/setup                    | 403    -         403     403  403        403     403   403  403     403    404
POST /api/v1/session                  | yes    -         yes     yes  yes        yes     yes   yes  yes     yes    yes
DELETE /api/v1/session                | -      -         -       yes  yes        yes     yes   -    -       -      -
PUT /api/v1/me/password               | -      -         -       yes  yes        yes     yes   -    -       -      -
DELETE /api/v1/me/display             | -      -         yes     -    -          -       -     -    -       -      -
POST /api/v1/pairings                 | yes    -         yes     yes  yes        yes     yes   yes  yes     yes    yes
POST /api/v1/pairings/claim           | yes    -         yes     yes  yes        yes     yes   yes  yes     yes    yes
GET /api/v1/oidc/start                | yes    yes       yes     yes  yes        yes     yes   yes  yes     yes    yes
GET /api/v1/oidc/callback             | yes    yes       yes     yes  yes        yes     yes   yes  yes     yes    yes
GET /api/v1/boards                    | -      -         yes     yes  yes        yes     yes   yes  -       -      yes
GET /api/v1/boards/{id}/snapshot      | -      -         own     own  own        own     own   own  -       -      own
GET /api/v1/boards/{id}/desk          | -      -         -       own  own        -       own   -    -       -      own
GET /api/v1/contacts                  | -      -         -       own  own        own     own   own  -       -      own
POST /api/v1/contacts/number          | -      -         -       num  num        -       num   -    -       -      num
POST /api/v1/events                   | -      -         -       -    -          -       -     -    -       yes    -
GET /api/v1/missed                    | -      -         -       yes  yes        yes     yes   yes  -       -      yes
POST /api/v1/missed/{id}/claim        | -      -         -       own  own        -       own   -    -       -      own
DELETE /api/v1/missed/{id}/claim      | -      -         -       own  own        -       own   -    -       -      own
POST /api/v1/missed/{id}/attempt      | -      -         -       own  own        -       own   -    -       -      own
POST /api/v1/missed/{id}/close        | -      -         -       own  own        -       own   -    -       -      own
DELETE /api/v1/missed/{id}/close      | -      -         -       own  own        -       own   -    -       -      own
POST /api/v1/missed/{id}/number       | -      -         -       num  num        -       num   -    -       -      num
GET /api/v1/alerts                    | -      -         -       yes  yes        yes     yes   yes  -       -      yes
POST /api/v1/alerts/{id}/ack          | -      -         -       own  own        -       own   -    -       -      own
DELETE /api/v1/alerts/{id}/ack        | -      -         -       own  own        -       own   -    -       -      own
GET /api/v1/alert-rules               | -      -         -       -    yes        -       yes   -    -       -      yes
POST /api/v1/alert-rules              | -      -         -       -    yes        -       yes   -    -       -      yes
PATCH /api/v1/alert-rules/{id}        | -      -         -       -    yes        -       yes   -    -       -      yes
DELETE /api/v1/alert-rules/{id}       | -      -         -       -    yes        -       yes   -    -       -      yes
POST /api/v1/alert-rules/preview      | -      -         -       -    yes        -       yes   -    -       -      yes
GET /api/v1/alert-silences            | -      -         -       -    yes        -       yes   -    -       -      yes
POST /api/v1/alert-silences           | -      -         -       -    yes        -       yes   -    -       -      yes
DELETE /api/v1/alert-silences/{id}    | -      -         -       -    yes        -       yes   -    -       -      yes
POST /api/v1/alert-channels/{id}/test | -      -         -       -    -          -       yes   -    -       -      yes
GET /api/v1/displays                  | -      -         -       -    yes        -       yes   -    -       -      yes
POST /api/v1/displays                 | -      -         -       -    yes        -       yes   -    -       -      yes
PATCH /api/v1/displays/{id}           | -      -         -       -    yes        -       yes   -    -       -      yes
DELETE /api/v1/displays/{id}          | -      -         -       -    yes        -       yes   -    -       -      yes
POST /api/v1/displays/{id}/reload     | -      -         -       -    yes        -       yes   -    -       -      yes
POST /api/v1/displays/{id}/identify   | -      -         -       -    yes        -       yes   -    -       -      yes
GET /api/v1/accounts                  | -      -         -       -    -          -       yes   -    -       -      yes
POST /api/v1/accounts                 | -      -         -       -    -          -       yes   -    -       -      yes
PATCH /api/v1/accounts/{id}           | -      -         -       -    -          -       yes   -    -       -      yes
GET /api/v1/tokens                    | -      -         -       -    -          -       yes   -    -       -      yes
POST /api/v1/tokens                   | -      -         -       -    -          -       yes   -    -       -      yes
DELETE /api/v1/tokens/{id}            | -      -         -       -    -          -       yes   -    -       -      yes
GET /api/v1/audit-trail               | -      -         -       -    -          -       yes   -    -       -      yes
GET /api/v1/audit-trail/export        | -      -         -       -    -          -       yes   -    -       -      yes
board:watch                           | -      -         own     own  own        own     own   own  -       -      own
`;

const [head = [], ...rows] = TABLE.trim()
  .split("\n")
  .map((line) => line.split("|").flatMap((part, at) => (at === 0 ? [part.trim()] : part.trim().split(/ +/))));
const CELLS = new Map(
  rows.map(([request = "", ...cells]) => [
    request,
    new Map(cells.map((cell, at) => [(head[at + 1] ?? "").replace("-", " "), cell])),
  ]),
);

/** The requests and events of which the table speaks. */
export const TOLD_OF: readonly string[] = [...CELLS.keys()];

export type Verdict = { readonly kind: "done" } | { readonly kind: "refused"; readonly status: number };

/** What comes of a request of somebody that is about the northern side. */
export function verdictOn(request: string, { column, side, numbers }: Somebody, about: Somebody["side"]): Verdict {
  const cell = CELLS.get(request)?.get(column);
  const notHis: Verdict = { kind: "refused", status: 404 };
  const inSight = side === "all" || side === about;
  switch (cell) {
    case "yes":
      return { kind: "done" };
    case "own":
      return inSight ? { kind: "done" } : notHis;
    case "num":
      if (!numbers) return { kind: "refused", status: 403 };
      return inSight ? { kind: "done" } : notHis;
    case "-":
      return { kind: "refused", status: column === "nobody" || column === "bad token" ? 401 : 403 };
    case undefined:
      throw new Error(`the table says nothing of ${request} by ${column}`);
    default:
      return { kind: "refused", status: Number(cell) };
  }
}
