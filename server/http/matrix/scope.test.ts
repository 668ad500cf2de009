import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ContactsPage } from "../../../lib/desk/contact-types";
import type { Desk } from "../../../lib/desk/desk-types";
import type { BoardSnapshot } from "../../../lib/metrics/snapshot-types";
import { MAIN_BOARD } from "../../../lib/vocabulary";
import { marksIn, NORD, offeredOn, type Side, SUED } from "./testing/floor";
import { type Office, openOffice } from "./testing/office";
import { type Name, NAMES, SOMEBODY } from "./testing/people";
import { bytesOf, rawAnswer, type RawAnswer } from "./testing/raw-request";
import { keyOf } from "./testing/requests";

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

async function ask(who: Name, path: string, body?: unknown): Promise<RawAnswer> {
  const { shown } = await office.known(who);
  const method = body === undefined ? "GET" : "POST";
  return rawAnswer(office.port, bytesOf(office, { method, path, body }, shown));
}
const read = async <Value>(who: Name, path: string): Promise<Value> => {
  const { status, body } = await ask(who, path);
  expect([path, status]).toEqual([path, 200]);
  return JSON.parse(body) as Value;
};

const FIGURES = ["offered", "missed", "serviceLevel", "handlingTime"];
/** Whatever can be read about boards, of both sides and of all. */
const paths = (): readonly string[] => {
  const queues = [NORD.queue, SUED.queue];
  return [
    "/",
    "/metrics",
    "/api/v1/me",
    "/api/v1/boards",
    "/api/v1/alerts",
    ...["", ...queues.map((queue) => `?queue=${queue}`)].map((query) => `/api/v1/missed${query}`),
    ...[MAIN_BOARD, NORD.board, SUED.board, NORD.rotation, SUED.rotation].flatMap((board) => [
      `/api/v1/boards/${board}/snapshot`,
      `/api/v1/boards/${board}/desk`,
      ...queues.map((queue) => `/api/v1/boards/${board}/desk?queue=${queue}&minutes=60`),
      ...FIGURES.map((figure) => `/api/v1/contacts?board=${board}&figure=${figure}`),
      ...queues.map((queue) => `/api/v1/contacts?board=${board}&queue=${queue}&figure=offered`),
    ]),
  ];
};
const offeredTo = async (who: Name) =>
  (await read<BoardSnapshot>(who, "/api/v1/boards/main/snapshot")).total.today.offered;
/** Which ends of numbers somebody is told. */
const ends = async (who: Name): Promise<readonly string[]> => {
  const all = await Promise.all(paths().map((path) => ask(who, path)));
  const text = all.map(({ body }) => body).join("\n");
  // The whole number never: none of its digits but the last four.
  expect([who, text.includes("+4930"), text.includes("+4940"), text.includes("5550")]).toEqual([
    who,
    false,
    false,
    false,
  ]);
  return [NORD, SUED].map(({ number }) => number.slice(-4)).filter((end) => text.includes(end));
};

describe("[AC51] [AC52] nothing of the other side stands in any byte that is told", () => {
  const ONE_SIDED: readonly (readonly [Name, Side, Side])[] = [
    ["lead", NORD, SUED],
    ["lead without numbers", NORD, SUED],
    ["lead of another queue", SUED, NORD],
    ["display", NORD, SUED],
    ["other display", SUED, NORD],
  ];
  it.each(ONE_SIDED)("to the %s", async (who, ours, theirs) => {
    const seen = new Set<string>();
    for (const path of paths()) {
      const answer = await ask(who, path);
      expect([path, marksIn(answer.all, theirs)]).toEqual([path, []]);
      for (const mark of marksIn(answer.body, ours)) seen.add(mark);
    }
    // What is looked for would be found: of the own side it is.
    expect(seen).toContain(ours.marks[0]);
    if (who.startsWith("lead")) expect([...seen].toSorted()).toEqual([...ours.marks].toSorted());
  });

  it("to nobody, to whoever is nobody any more, and to scripts that come for something else, of either", async () => {
    const strangers = NAMES.filter((who) => SOMEBODY[who].side === "none");
    for (const who of strangers) {
      for (const path of paths()) {
        const { all } = await ask(who, path);
        expect([who, path, marksIn(all, NORD), marksIn(all, SUED)]).toEqual([who, path, [], []]);
      }
    }
  });
});

describe("[AC50] what is not his is not there for him", () => {
  it("in the very words that are said of what is nowhere", async () => {
    const pairs = [
      [`/api/v1/boards/${SUED.board}/snapshot`, "/api/v1/boards/nowhere/snapshot"],
      [`/api/v1/boards/${SUED.board}/desk`, "/api/v1/boards/nowhere/desk"],
      [`/api/v1/boards/main/desk?queue=${SUED.queue}`, "/api/v1/boards/main/desk?queue=nowhere"],
      [`/api/v1/contacts?board=${SUED.board}&figure=offered`, "/api/v1/contacts?board=nowhere&figure=offered"],
      [`/api/v1/contacts?queue=${SUED.queue}&figure=offered`, "/api/v1/contacts?queue=nowhere&figure=offered"],
    ] as const;
    for (const [theirs, nowhere] of pairs) {
      const [one, other] = [await ask("lead", theirs), await ask("lead", nowhere)];
      expect([theirs, one.status, one.body]).toEqual([theirs, 404, other.body]);
    }
    const { body: ofDisplay, status } = await ask("display", pairs[0][0]);
    expect([status, ofDisplay]).toEqual([404, (await ask("display", pairs[0][1])).body]);
  });

  it("nor is a caller's number, by whatever board it is asked for", async () => {
    const key = await keyOf(office, SUED);
    const before = office.everything();
    for (const board of [MAIN_BOARD, NORD.board, SUED.board, "nowhere"]) {
      const { status, all } = await ask("lead", "/api/v1/contacts/number", { board, key });
      expect([board, status, marksIn(all, SUED)]).toEqual([board, 404, []]);
    }
    expect(office.everything()).toBe(before);
    const { status, body } = await ask("lead of another queue", "/api/v1/contacts/number", { board: MAIN_BOARD, key });
    expect([status, body]).toEqual([200, expect.stringContaining(SUED.number.slice(-4))]);
  });
});

describe("[AC51] figures are those of what a reader sees", () => {
  it("on a board that he has in part, of his part: callers offered", async () => {
    expect([await offeredTo("lead"), await offeredTo("lead of another queue")]).toEqual([
      offeredOn(["nord"]),
      offeredOn(["sued"]),
    ]);
    for (const who of ["supervisor", "analyst", "admin", "token:read"] as const) {
      expect([who, await offeredTo(who)]).toEqual([who, offeredOn(["nord", "sued"])]);
    }
  });

  it("on the desk and behind the figures, too", async () => {
    const { queues } = await read<BoardSnapshot>("lead", "/api/v1/boards/main/snapshot");
    expect(queues.map(({ queueId }) => queueId)).toEqual([NORD.queue]);
    const desk = await read<Desk>("lead", "/api/v1/boards/main/desk");
    expect(new Set(desk.waiting.map(({ queueId }) => queueId))).toEqual(new Set([NORD.queue]));
    expect(desk.agents.map(({ name }) => name).toSorted()).toEqual(["Agent nord-agent", "Agent of both"]);
    const page = await read<ContactsPage>("lead", "/api/v1/contacts?figure=offered");
    expect(page.contacts).toHaveLength(offeredOn(["nord"]));
  });
});

describe("[PV1] callers in lists", () => {
  it.each(["analyst", "analyst who was given numbers", "token:read", "display", "other display"] as const)(
    "are hidden from the %s",
    async (who) => {
      expect(await ends(who)).toEqual([]);
    },
  );

  it.each(["supervisor", "supervisor without numbers", "admin", "admin with numbers"] as const)(
    "end for the %s, who then knows them apart",
    async (who) => {
      expect(await ends(who)).toEqual([NORD, SUED].map(({ number }) => number.slice(-4)));
    },
  );
});
