import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROUTE_RIGHTS } from "../../access/rights";
import { verdictOn } from "./testing/allowed";
import { NORD } from "./testing/floor";
import { type Office, openOffice } from "./testing/office";
import { NAMES, type Shown, SOMEBODY } from "./testing/people";
import { openScreen } from "./testing/raw-screen";
import { bytesOf, type Headers, rawAnswer } from "./testing/raw-request";
import { mayChange, methodOf, requestOf } from "./testing/requests";

const WALL = "https://wall.example";
/** What changes something, and by whom it may be asked for with cookies; scripts with a token come from no page. */
const CHANGING = Object.keys(ROUTE_RIGHTS).flatMap((route) => {
  const who = NAMES.find((name) => !name.includes("token") && verdictOn(route, SOMEBODY[name], NORD).kind === "done");
  return mayChange(route) && who !== undefined ? [[route, who] as const] : [];
});

let office: Office;
beforeAll(async () => {
  office = await openOffice({ origins: [WALL] });
});
afterAll(() => office.close());

/** Origins that are not ours, of a server that is asked as `http://127.0.0.1:port` and lists `https://wall.example`. */
const hostile = (port: number): readonly (readonly [string, string | null])[] => [
  ["none", null],
  ["an empty one", ""],
  ["null", "null"],
  ["another", "http://evil.example"],
  ["ours, encrypted", `https://127.0.0.1:${port}`],
  ["the listed one, not encrypted", "http://wall.example"],
  ["another port", `http://127.0.0.1:${port + 1}`],
  ["no port", "http://127.0.0.1"],
  ["another port of the listed one", "https://wall.example:8443"],
  ["the listed one with its own port written out", "https://wall.example:443"],
  ["another name of this machine", `http://localhost:${port}`],
  ["another address of this machine", `http://127.0.0.2:${port}`],
  ["this machine in one number", `http://2130706433:${port}`],
  ["this machine in six", `http://[::1]:${port}`],
  ["localhost.evil", "http://localhost.evil"],
  ["evil-localhost", "http://evil-localhost"],
  ["ours before another's", `http://127.0.0.1:${port}.evil.example`],
  ["the listed one before another's", "https://wall.example.evil.example"],
  ["the listed one after another's", "https://evilwall.example"],
  ["a name below the listed one", "https://evil.wall.example"],
  ["the listed one without its end", "https://wall.exampl"],
  ["the listed one and more", "https://wall.examples"],
  ["upper case", "https://WALL.example"],
  ["an upper-case scheme", "HTTPS://wall.example"],
  ["a dot after", "https://wall.example."],
  ["a slash after", "https://wall.example/"],
  ["a path after", "https://wall.example/wall"],
  ["userinfo", "https://wall.example@evil.example"],
  ["userinfo before", "https://evil.example@wall.example"],
  ["a fragment", "https://wall.example#"],
  ["a space and another", "https://wall.example https://evil.example"],
  ["a comma and another", "https://wall.example, https://evil.example"],
  ["another and a comma", "https://evil.example, https://wall.example"],
  ["two lines", `https://evil.example\r\nOrigin: ${WALL}`],
  ["another alphabet", "https://wall.ex\u00e4mple"],
  ["a punycode look-alike", "https://xn--wll-tla.example"],
  ["a file", "file://"],
  ["an extension", "chrome-extension://wall.example"],
  ["a socket's scheme", `ws://127.0.0.1:${port}`],
  ["a sandbox", "blob:https://wall.example"],
];

async function statusOf(route: string, shown: Shown, headers: Headers): Promise<number> {
  const prepared = await requestOf(route).prepare(office, NORD);
  return (await rawAnswer(office.port, bytesOf(office, { ...prepared, method: methodOf(route) }, shown, headers)))
    .status;
}

describe("[AC71] what changes something", () => {
  it("is all that the matrix knows of, but what scripts tell and what was for the beginning", () => {
    const changing = Object.keys(ROUTE_RIGHTS).filter(mayChange);
    const others = changing.filter((route) => !CHANGING.some(([each]) => each === route));
    expect(others.toSorted()).toEqual(["POST /api/v1/events", "POST /api/v1/setup"]);
  });

  it.each(CHANGING)("%s, for the %s, is done for our pages and for no other", async (route, who) => {
    const { shown } = await office.newcomer(who);
    const asked = { ...(await requestOf(route).prepare(office, NORD)), method: methodOf(route) };
    const before = office.everything();
    const answers = await Promise.all(
      hostile(office.port).map(async ([what, origin]) => {
        const { status } = await rawAnswer(office.port, bytesOf(office, asked, shown, { Origin: origin }));
        return `${what}: ${status}`;
      }),
    );
    expect(answers.filter((answer) => !answer.endsWith(": 403"))).toEqual([]);
    expect(office.everything()).toBe(before);
    // A browser that says itself that another site asks is believed.
    for (const site of ["cross-site", "same-site", "none"]) {
      expect([site, await statusOf(route, shown, { "Sec-Fetch-Site": site })]).toEqual([site, 403]);
    }
    const own = [{}, { "Sec-Fetch-Site": "same-origin" }, { Origin: WALL, "Sec-Fetch-Site": "cross-site" }] as const;
    for (const headers of own) {
      const { shown: another } = await office.newcomer(who);
      // Every television stands somewhere else.
      const from = { ...headers, "X-Forwarded-For": `10.7.0.${own.indexOf(headers)}` };
      expect([headers, await statusOf(route, another, from)]).toEqual([headers, requestOf(route).status]);
    }
  });

  it.each(CHANGING)("%s is not done by a form of another page, whatever it calls its content", async (route, who) => {
    const { shown } = await office.newcomer(who);
    const prepared = await requestOf(route).prepare(office, NORD);
    const asked = { ...prepared, body: prepared.body ?? {}, method: methodOf(route) };
    const before = office.everything();
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", null]) {
      const { status } = await rawAnswer(office.port, bytesOf(office, asked, shown, { "Content-Type": type }));
      expect([type, status]).toEqual([type, 415]);
    }
    expect(office.everything()).toBe(before);
  });
});

const statusFrom = async (origin: string | null, shown: Shown): Promise<number> => {
  const screen = await openScreen(office, shown, { headers: { Origin: origin } });
  screen.client.socket.destroy();
  return screen.status;
};

describe("[AC40] an upgrade", () => {
  it.each(["admin", "display"] as const)("of the %s opens for our pages and for no other", async (who) => {
    const { shown } = await office.known(who);
    const got: string[] = [];
    for (const [what, origin] of hostile(office.port)) {
      const status = await statusFrom(origin, shown);
      if (status !== 403) got.push(`${what}: ${status}`);
    }
    expect(got).toEqual([]);
    expect([await statusFrom(office.own, shown), await statusFrom(WALL, shown)]).toEqual([101, 101]);
  });
});
