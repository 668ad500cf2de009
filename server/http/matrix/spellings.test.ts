import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROUTE_RIGHTS } from "../../access/rights";
import { verdictOn } from "./testing/allowed";
import { marksIn, NORD, SUED } from "./testing/floor";
import { type Office, openOffice } from "./testing/office";
import { type Guest, type Name, NAMES, NOTHING, type Shown, SOMEBODY } from "./testing/people";
import { bytesOf, rawAnswer, type RawAnswer } from "./testing/raw-request";
import { mayChange, methodOf, type Prepared, requestOf } from "./testing/requests";
import { OTHER_CREDENTIALS, OTHER_FORMS, OTHER_PATHS, type Spelling, UPGRADES } from "./testing/spellings";

/** The routes that nobody may use; HEAD and what is public stand in the matrix itself. */
const PROTECTED = Object.keys(ROUTE_RIGHTS).filter((route) => {
  const verdict = verdictOn(route, SOMEBODY.nobody, NORD);
  return verdict.kind === "refused" && verdict.status === 401;
});

let office: Office;
let stranger: Guest;
const prepared = new Map<string, Prepared>();
beforeAll(async () => {
  office = await openOffice();
  stranger = await office.known("lead of another queue");
  for (const who of NAMES) await office.known(who);
  for (const route of PROTECTED) prepared.set(route, await requestOf(route).prepare(office, NORD));
});
afterAll(() => office.close());

/** How an answer shows that there is something behind it: names, figures, secrets. */
const DATA =
  /"(accounts|displays|tokens|lines|boards|contacts|waiting|queues|number|secret|reached|firing|rules|origin|firings|silences|untilMs|outcome)":|pickup_[a-z]+_|"act":/;
const tells = (answer: RawAnswer, route: string): readonly string[] => [
  ...marksIn(answer.all, NORD),
  ...(isOwn(route, answer) ? [] : (DATA.exec(answer.body)?.slice(0, 1) ?? [])),
];

function ask(route: string, { path, method, headers, version }: Spelling, shown: Shown): Promise<RawAnswer> {
  const plain = { method: methodOf(route), ...(prepared.get(route) ?? { path: "/" }) };
  const spelt = { ...plain, path: path?.(plain.path) ?? plain.path, method: method?.(plain.method) ?? plain.method };
  return rawAnswer(office.port, bytesOf(office, spelt, shown, headers?.(plain), version));
}

/** By which spellings somebody gets more than he may, or changes something. */
async function gets(route: string, shown: Shown, spellings: readonly Spelling[]): Promise<readonly string[]> {
  const before = office.everything();
  const answers = await Promise.all(
    spellings.map(async (spelling) => ({ ...spelling, answer: await ask(route, spelling, shown) })),
  );
  const got = answers.filter(({ answer }) => {
    const isDone = answer.status > 0 && answer.status < 400 && !isForAll(answer) && !isOwn(route, answer);
    return isDone || tells(answer, route).length > 0;
  });
  const changed = office.everything() === before ? [] : ["something has changed"];
  return [...got.map(({ name, answer }) => `${name}: ${answer.status} ${tells(answer, route).join()}`), ...changed];
}

/** What is public at another address is answered there: whether the server lives, pages. */
const isForAll = ({ body, status }: RawAnswer): boolean =>
  body.startsWith('{"ok":true') || body.startsWith("<!doctype html>") || (status === 308 && !body.includes('":['));
/** The lists of boards, of alerts and of missed callers hold for a lead what he may see; HEAD for them holds nothing. */
const isOwn = (route: string, { all, body }: RawAnswer): boolean =>
  (route === "GET /api/v1/boards" && (body === "" || all.includes(SUED.board))) ||
  (["GET /api/v1/alerts", "GET /api/v1/missed"].includes(route) && (body === "" || all.includes(SUED.queue)));

describe("[AC70] spelt in whatever way", () => {
  it("what is looked for would be found", async () => {
    const seen: string[] = [];
    for (const route of PROTECTED) {
      const who = NAMES.find((name) => verdictOn(route, SOMEBODY[name], NORD).kind === "done");
      if (who === undefined) throw new Error(`nobody may ${route}`);
      const answer = await rawAnswer(
        office.port,
        bytesOf(
          office,
          { method: methodOf(route), ...(await requestOf(route).prepare(office, NORD)) },
          (await office.newcomer(who)).shown,
        ),
      );
      if (answer.status !== requestOf(route).status) seen.push(`${route}: ${answer.status}`);
      if (answer.status === 200 && tells(answer, route).length === 0 && !route.startsWith("PATCH"))
        seen.push(`${route}: nothing`);
    }
    expect(seen).toEqual([]);
  });

  it.each(PROTECTED)("nobody gets to %s", async (route) => {
    expect(await gets(route, NOTHING, [...OTHER_PATHS, ...OTHER_FORMS, ...OTHER_CREDENTIALS])).toEqual([]);
  });

  it.each(PROTECTED)("a lead of another queue gets no further at %s", async (route) => {
    const isHis = verdictOn(route, SOMEBODY["lead of another queue"], NORD).kind === "done";
    // What he may end or change himself, his session and his password, is left to him.
    const shown = isHis && mayChange(route) ? NOTHING : stranger.shown;
    expect(await gets(route, shown, [...OTHER_PATHS, ...OTHER_FORMS])).toEqual([]);
  });

  it("both get nothing by an upgrade", async () => {
    for (const { shown } of [{ shown: NOTHING }, stranger]) {
      const all = PROTECTED.map(async (route) => [route, await gets(route, shown, UPGRADES)] as const);
      expect((await Promise.all(all)).filter(([, got]) => got.length > 0)).toEqual([]);
    }
  });

  it("of a path that is protected, one spelling alone leads anywhere, also for who may do everything", async () => {
    const { shown } = await office.newcomer("admin with numbers");
    const seen: string[] = [];
    for (const route of PROTECTED) {
      for (const spelling of OTHER_PATHS) {
        const { status } = await ask(route, spelling, shown);
        if (![400, 404, 405].includes(status)) seen.push(`${route} ${spelling.name}: ${status}`);
      }
    }
    expect(seen).toEqual([]);
  });
});

const statusOf = async (cookie: string | null, authorization: string | null, query = ""): Promise<number> => {
  const path = `/api/v1/accounts${query}`;
  const { status, body } = await rawAnswer(
    office.port,
    bytesOf(office, { method: "GET", path }, { cookie, authorization }),
  );
  return DATA.test(body) ? status : status === 200 ? 0 : status;
};
const cookieOf = async (who: Name) => (await office.known(who)).shown.cookie ?? "";
const secretOf = (cookie: string): string => cookie.split("=")[1] ?? "";

describe("[AC71] one who shows two things at once", () => {
  it("two sessions are none, whichever comes first", async () => {
    const [admin, lead] = [await cookieOf("admin"), await cookieOf("lead")];
    expect(await statusOf(admin, null)).toBe(200);
    for (const cookie of [
      `${admin}; ${lead}`,
      `${lead}; ${admin}`,
      `pickup_session=x; ${admin}`,
      `${admin}; pickup_session=`,
    ])
      expect([cookie, await statusOf(cookie, null)]).toEqual([cookie, 401]);
    expect(await statusOf(`${admin}; ${admin}`, null)).toBe(200);
    expect(await statusOf(`${admin}\r\nCookie: ${lead}`, null)).toBe(401);
  });

  it("a session and a wrong token are nobody; a display's key is no session, nor the other way round", async () => {
    const admin = await cookieOf("admin");
    const secret = secretOf(admin);
    for (const authorization of ["Bearer wrong", `Bearer ${secret}`, "Bearer"])
      expect([authorization, await statusOf(admin, authorization)]).toEqual([authorization, 401]);
    expect(await statusOf(null, `Bearer ${secret}`)).toBe(401);
    expect(await statusOf(`pickup_display=${secret}`, null)).toBe(401);
    expect(await statusOf(`pickup_device=${secret}`, null)).toBe(401);
    expect(await statusOf(`pickup_session=${secretOf(await cookieOf("display"))}`, null)).toBe(401);
    const { authorization = "" } = (await office.known("token:read")).shown;
    expect(await statusOf(`pickup_session=${(authorization ?? "").split(" ")[1]}`, null)).toBe(401);
  });

  it("what stands in an address is no credential", async () => {
    const secret = secretOf(await cookieOf("admin"));
    const bearer = ((await office.known("token:read")).shown.authorization ?? "").split(" ")[1] ?? "";
    for (const value of [secret, bearer]) {
      for (const name of ["pickup_session", "pickup_display", "session", "sid", "token", "access_token", "bearer"])
        expect([name, await statusOf(null, null, `?${name}=${value}`)]).toEqual([name, 401]);
      expect(await statusOf(null, null, `;pickup_session=${value}`)).toBe(404);
    }
  });
});
