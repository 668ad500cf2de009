import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EVENT_RIGHTS, ROUTE_RIGHTS } from "../../access/rights";
import { EVERYBODY } from "../testing/cast";
import { TOLD_OF, verdictOn } from "./testing/allowed";
import { NORD } from "./testing/floor";
import { type Office, openOffice } from "./testing/office";
import { DEMO_USER, NAMES, NOTHING, type Shown, SOMEBODY, type Somebody } from "./testing/people";
import { bytesOf, rawAnswer } from "./testing/raw-request";
import { methodOf, mayChange, REQUESTS, requestOf } from "./testing/requests";

/** What the server answers: it does not start where this and its routes differ. */
const SERVED = Object.keys(ROUTE_RIGHTS);
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

let office: Office;
let demo: Office;
beforeAll(async () => {
  office = await openOffice();
  demo = await openOffice({ demo: true });
});
afterAll(async () => {
  await office.close();
  await demo.close();
});

/** How a request ended, and what it did to the books. */
type Outcome = { readonly answer: string; readonly books: "changed" | "as before" };

async function outcomeOf(at: Office, route: string, shown: Shown, method = methodOf(route)): Promise<Outcome> {
  const prepared = await requestOf(route).prepare(at, NORD);
  const look = () => (mayChange(route) || requestOf(route).changes ? at.everything() : "");
  const before = look();
  // Each television stands somewhere else. Who comes through a proxy is not at the demo's own machine.
  const from = at === demo ? {} : { "X-Forwarded-For": `10.8.${(asked += 1) % 250}.${asked % 240}` };
  const { status, body } = await rawAnswer(at.port, bytesOf(at, { ...prepared, method }, shown, from));
  const books = look() === before ? "as before" : "changed";
  if (method === "HEAD") expect(body).toBe("");
  return { answer: status < 400 ? "done" : `refused ${status}`, books };
}
let asked = 0;

function expectedOf(route: string, somebody: Somebody): Outcome {
  const verdict = verdictOn(route, somebody, NORD);
  const refused = verdict.kind === "refused";
  const books = !refused && requestOf(route).changes ? "changed" : "as before";
  return { answer: refused ? `refused ${verdict.status}` : "done", books };
}

it("[AC50] of every route and every event the table tells, and a request is made of each", () => {
  expect(TOLD_OF.toSorted()).toEqual([...SERVED, ...Object.keys(EVENT_RIGHTS)].toSorted());
  expect(Object.keys(REQUESTS).toSorted()).toEqual(SERVED.toSorted());
  expect(NAMES).toEqual(expect.arrayContaining([...EVERYBODY]));
});

describe("[AC50] is done for exactly those who may, and changes nothing for others", () => {
  it.each(SERVED)("%s", async (route) => {
    const { endsAsker } = requestOf(route);
    const seen: Record<string, Outcome> = {};
    const expected: Record<string, Outcome> = {};
    for (const who of NAMES) {
      const { shown } = await (endsAsker ? office.newcomer(who) : office.known(who));
      seen[who] = await outcomeOf(office, route, shown);
      expected[who] = expectedOf(route, SOMEBODY[who]);
    }
    expect(seen).toEqual(expected);
  });

  it.each(SERVED)("at the demo: %s", async (route) => {
    expect(await outcomeOf(demo, route, NOTHING)).toEqual(expectedOf(route, DEMO_USER));
  });
});

describe("[AC70] is answered in no other way", () => {
  it.each(SERVED.filter((route) => !mayChange(route)))(
    "HEAD for %s: to the same ones, without a body",
    async (route) => {
      const seen: Record<string, string> = {};
      const expected: Record<string, string> = {};
      for (const who of NAMES) {
        const { shown } = await office.known(who);
        seen[who] = (await outcomeOf(office, route, shown, "HEAD")).answer;
        expected[who] = expectedOf(route, SOMEBODY[who]).answer;
      }
      expect(seen).toEqual(expected);
    },
  );

  it("a method that a path does not have is none, for nobody and for who may do everything", async () => {
    const { shown } = await office.known("admin with numbers");
    const before = office.everything();
    const seen: string[] = [];
    for (const path of new Set(SERVED.map((route) => route.split(" ")[1] ?? ""))) {
      for (const method of METHODS.filter((each) => !SERVED.includes(`${each} ${path}`))) {
        const plain = path.replace("{id}", NORD.board).replace("*", "");
        for (const by of [NOTHING, shown]) {
          const { status } = await rawAnswer(office.port, bytesOf(office, { path: plain, method }, by));
          if (status !== 405) seen.push(`${method} ${path}: ${status}`);
        }
      }
    }
    expect(seen).toEqual([]);
    expect(office.everything()).toBe(before);
  });
});
