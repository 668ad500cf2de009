import { describe, expect, it } from "vitest";
import { instant } from "../lib/testing/scenario";
import {
  expectFigures,
  get,
  morning,
  namesOf,
  pageOf,
  pass,
  start,
  useServedContacts,
} from "./testing/served-contacts";

useServedContacts();

describe("GET /api/v1/contacts", () => {
  it("[BF2] lists the contacts behind a figure, the newest arrival first, each with its reason", async () => {
    const server = await start();
    await morning(server);
    const page = await pageOf(server, "figure=serviceLevel");
    expect(page).toMatchObject({ figure: "serviceLevel", next: null, asOfMs: instant("09:05:00") });
    expect(page.contacts.map(({ contactId: id, part, why }) => [id, part, why])).toEqual([
      ["short", "neither", "abandoned-short"],
      ["left", "denominator", "abandoned"],
      ["late", "denominator", "late"],
      ["in-time", "numerator", "in-time"],
    ]);
    expect(page.contacts.at(-1)).toMatchObject({
      queueId: "support",
      arrivedAtMs: instant("09:00:00"),
      outcome: "answered",
      waitMs: 30_000,
      talkMs: 60_000,
      agentName: "ana",
      caller: { kind: "number", tail: "3456" },
    });
    expect(await namesOf(server, "figure=serviceLevel&part=denominator")).toEqual(["left", "late"]);
    expect(await namesOf(server, "figure=missed&queue=sales&part=numerator")).toEqual(["left"]);
    await pass(server, "09:15:59");
    expect(await namesOf(server, "figure=offered&minutes=15")).toEqual(["short", "left", "late"]);
    await pass(server, "09:16:00");
    expect(await namesOf(server, "figure=offered&minutes=15")).toEqual(["short", "left"]);
    await expectFigures(server);
  });

  it("answers mistakes with problem documents that name what was expected and what came", async () => {
    const server = await start();
    const cases: readonly (readonly [string, number, string])[] = [
      ["board=none&figure=offered", 404, "There is no such board."],
      ["board=main&queue=none&figure=offered", 404, "There is no such queue on this board."],
      ["board=main", 400, "figure must be serviceLevel, answerRate"],
      ["board=main&figure=level", 400, '"level" came'],
      ["figure=offered&minutes=20", 400, 'minutes must be 15, 30 or 60; "20" came.'],
      ["figure=offered&limit=0", 400, 'limit must be a whole number from 1 to 500; "0" came.'],
      ["figure=offered&part=upper", 400, "part must be numerator, denominator or neither"],
      ["figure=offered&after=5", 400, 'after must be the `next` of a page; "5" came.'],
      ["figure=offered&after=NaN~[]", 400, "after must be"],
      ["figure=offered&queues=support", 400, '"queues" is no parameter here'],
    ];
    for (const [query, status, detail] of cases) {
      const response = await get(server, `/api/v1/contacts?${query}`);
      const problem = (await response.json()) as { detail: string };
      expect([query, response.status]).toEqual([query, status]);
      expect(response.headers.get("content-type")).toBe("application/problem+json");
      expect(problem.detail).toContain(detail);
    }
    expect(await pageOf(server, "figure=offered")).toMatchObject({ contacts: [], next: null });
    expect((await get(server, "/api/v1/contacts?figure=offered")).headers.get("cache-control")).toBe("no-store");
  });
});
