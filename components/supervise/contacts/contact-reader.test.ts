import { expect, test } from "vitest";
import type { ContactLine, ContactsPage } from "../../../lib/desk/contact-types";
import { contactId, queueId } from "../../../lib/vocabulary";
import type { ReadPage } from "./contact-pages";
import { createContactReader, SWEEP_EVERY_MS } from "./contact-reader";

const lineOf = (number: number): ContactLine => ({
  key: `c${number}`,
  contactId: contactId(`c${number}`),
  queueId: queueId("support"),
  arrivedAtMs: number * 1_000,
  outcome: "waiting",
  reason: null,
  waitMs: null,
  talkMs: null,
  agentName: null,
  caller: { kind: "withheld" },
  part: "neither",
  why: "waiting",
});

/** A server whose contacts can be changed; a page goes on below the arrival that the one before ended with. */
function serverOf(count: number) {
  let lines = Array.from({ length: count }, (_, index) => lineOf(count - index));
  let number = 1;
  const asked: string[] = [];
  const read: ReadPage = async (limit, after) => {
    asked.push(`${limit} after ${after ?? "none"}`);
    const rest = after === null ? lines : lines.filter(({ arrivedAtMs }) => arrivedAtMs < Number(after));
    const contacts = rest.slice(0, limit);
    const next = rest.length > limit ? `${contacts.at(-1)?.arrivedAtMs}` : null;
    const body: ContactsPage = { revision: { epoch: "e", number }, asOfMs: 0, figure: "answered", contacts, next };
    return { type: "told", body };
  };
  const change = (next: (before: readonly ContactLine[]) => ContactLine[]): void => {
    lines = next(lines);
    number += 1;
    asked.length = 0;
  };
  return { read, change, asked, lines: () => lines };
}

const answer = (each: ContactLine): ContactLine => ({ ...each, outcome: "answered", why: "in-time" });

/** A reader that was scrolled down so many pages. */
async function scrolled(count: number, pages: number) {
  const server = serverOf(count);
  const reader = createContactReader();
  await reader.read(server.read, 0);
  for (let page = 1; page < pages; page += 1) {
    reader.more();
    // oxlint-disable-next-line no-await-in-loop
    await reader.read(server.read, 0);
  }
  server.asked.length = 0;
  return { server, reader };
}

test("at a change the newest page is read, and only that", async () => {
  const { server, reader } = await scrolled(1_000, 5);
  expect(reader.listed()?.lines).toHaveLength(500);
  expect(reader.listed()?.whole).toBe(true);
  server.change((lines) => [lineOf(1_001), ...lines.map((each) => (each.key === "c990" ? answer(each) : each))]);
  await reader.read(server.read, 1_000);
  expect(server.asked).toEqual(["100 after none"]);
  expect(reader.listed()?.lines).toEqual(server.lines().slice(0, 501));
  expect(reader.listed()).toMatchObject({ whole: false, next: "501000", revision: { number: 2 } });
});

test("what changed further down is there within ten seconds", async () => {
  const { server, reader } = await scrolled(600, 5);
  server.change((lines) => lines.filter(({ key }) => key !== "c300").map(answer));
  await reader.read(server.read, SWEEP_EVERY_MS - 1);
  expect(reader.listed()?.lines.at(-1)?.outcome).toBe("waiting");
  expect(reader.sweepInMs(SWEEP_EVERY_MS - 1)).toBe(1);
  await reader.read(server.read, SWEEP_EVERY_MS);
  expect(reader.listed()?.whole).toBe(true);
  expect(reader.listed()?.lines).toEqual(server.lines().slice(0, 500));
  expect(reader.sweepInMs(SWEEP_EVERY_MS)).toBeNull();
});

test("who left the newest page is gone from the list at once", async () => {
  const { server, reader } = await scrolled(300, 3);
  server.change((lines) => lines.filter(({ key }) => key !== "c290"));
  await reader.read(server.read, 1_000);
  expect(reader.listed()?.lines).toEqual(server.lines());
});

test("when more has arrived than a page holds, nothing is left out between", async () => {
  const { server, reader } = await scrolled(300, 3);
  server.change((lines) => [...Array.from({ length: 150 }, (_, index) => lineOf(450 - index)), ...lines]);
  await reader.read(server.read, 1_000);
  expect(reader.listed()?.lines).toEqual(server.lines().slice(0, 300));
});

test("a page more is read once, also when its first reading fails", async () => {
  const { server, reader } = await scrolled(300, 1);
  expect(reader.more()).toBe(true);
  const failing: ReadPage = async (limit, after) => (after === null ? server.read(limit, after) : { type: "failed" });
  expect(await reader.read(failing, 1_000)).toBe("failed");
  expect(reader.listed()?.lines).toHaveLength(100);
  await reader.read(server.read, 2_000);
  expect(reader.listed()?.lines).toHaveLength(200);
  await reader.read(server.read, 3_000);
  expect(reader.listed()?.lines).toHaveLength(200);
});
