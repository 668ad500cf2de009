import { expect, test } from "vitest";
import type { ContactLine, ContactsPage } from "../../../lib/desk/contact-types";
import { contactId, queueId } from "../../../lib/vocabulary";
import type { Answer } from "../desk/ask";
import { readNewest } from "./contact-pages";

const line = (number: number): ContactLine => ({
  key: `c${number}`,
  contactId: contactId(`c${number}`),
  queueId: queueId("support"),
  arrivedAtMs: number * 1_000,
  outcome: "answered",
  reason: null,
  waitMs: 1_000,
  talkMs: null,
  agentName: null,
  caller: { kind: "withheld" },
  part: "numerator",
  why: "in-time",
});

/** So many contacts, the newest first, in pages as the server gives them. */
function serverOf(count: number): {
  readonly read: (limit: number, after: string | null) => Promise<Answer<ContactsPage>>;
  readonly limits: number[];
} {
  const limits: number[] = [];
  const all = Array.from({ length: count }, (_, index) => line(count - index));
  return {
    limits,
    read: async (limit, after) => {
      limits.push(limit);
      const from = after === null ? 0 : Number(after);
      const contacts = all.slice(from, from + limit);
      const next = from + limit < all.length ? String(from + limit) : null;
      const revision = { epoch: "e", number: 7 };
      return { type: "told", body: { revision, asOfMs: 0, figure: "answered", contacts, next } };
    },
  };
}

test("fewer contacts than asked for are all there are", async () => {
  const server = serverOf(3);
  const listed = await readNewest(100, server.read);
  expect(listed).toMatchObject({ next: null, lines: [{ key: "c3" }, { key: "c2" }, { key: "c1" }] });
  expect(server.limits).toEqual([100]);
});

test("what does not come at once comes in pages, no more than asked for", async () => {
  const server = serverOf(2_000);
  const listed = await readNewest(1_100, server.read);
  expect(listed).toMatchObject({ next: "1100" });
  expect(typeof listed === "string" ? [] : listed.lines.map(({ key }) => key).slice(-1)).toEqual(["c901"]);
  expect(server.limits).toEqual([500, 500, 100]);
});

test("a contact that slips onto the next page stands once", async () => {
  const pages = [
    { contacts: [line(3), line(2)], next: "2" },
    { contacts: [line(2), line(1)], next: null },
  ];
  const listed = await readNewest(1_000, async () => {
    const { contacts, next } = pages.shift() ?? { contacts: [], next: null };
    return {
      type: "told",
      body: { revision: { epoch: "e", number: 1 }, asOfMs: 0, figure: "answered", contacts, next },
    };
  });
  expect(typeof listed === "string" ? [] : listed.lines.map(({ key }) => key)).toEqual(["c3", "c2", "c1"]);
});

test("a server that fails half-way leaves nothing half", async () => {
  const server = serverOf(1_000);
  const listed = await readNewest(1_000, async (limit, after) =>
    after === null ? server.read(limit, after) : { type: "failed" },
  );
  expect(listed).toBe("failed");
});
