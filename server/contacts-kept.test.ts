import { describe, expect, it } from "vitest";
import { instant } from "../lib/testing/scenario";
import {
  abandon,
  abandoned,
  boardOf,
  committed,
  diskNow,
  expectFigures,
  morning,
  namesOf,
  offer,
  offered,
  pageOf,
  pass,
  start,
  stopAll,
  useServedContacts,
} from "./testing/served-contacts";

useServedContacts();

describe("the contacts behind a figure, once they have left memory", () => {
  it("[BF4] a contact that has left memory stays behind the figures, through a restart and through a kill", async () => {
    const server = await start();
    await morning(server);
    await pass(server, "11:30:00");
    offered(server, "11:30:00", "new");
    await pass(server, "11:30:10");
    await expectFigures(server);
    const names = ["new", "short", "left", "late", "in-time"];
    expect(await namesOf(server, "figure=offered")).toEqual(names);

    const neverSaved = await start(diskNow("never-saved"));
    await pass(neverSaved, "11:30:20");
    await expectFigures(neverSaved);
    expect(await namesOf(neverSaved, "figure=offered")).toEqual(names);

    await stopAll();
    const restarted = await start();
    await pass(restarted, "11:31:00");
    await expectFigures(restarted);
    expect(await namesOf(restarted, "figure=offered")).toEqual(names);
    abandoned(restarted, "11:31:30", "new");
    await pass(restarted, "14:00:00");
    await expectFigures(restarted);

    const killed = await start(diskNow("killed"));
    await pass(killed, "14:00:10");
    await expectFigures(killed);
    expect(await namesOf(killed, "figure=offered")).toEqual(names);
    expect(await namesOf(killed, "figure=missed&part=numerator")).toEqual(["new", "left"]);
  });

  it("[BF6] pages through 1,200 visits give each once, whoever arrives meanwhile", async () => {
    const first = await start();
    // Three at each instant; the first 600 leave memory, then the server is restarted.
    for (let n = 0; n < 1_200; n += 1) {
      const hour = n < 600 ? 0 : 3 * 3_600_000;
      const queue = n % 2 === 0 ? "support" : "sales";
      const atMs = instant("06:00:00") + hour + Math.floor(n / 3) * 1_000;
      offer(first, atMs, `c${n}`, queue);
      abandon(first, atMs + 10_000, `c${n}`, queue);
    }
    await pass(first, "09:30:00");
    await stopAll();
    const server = await start();
    await pass(server, "09:31:00");
    expect((await boardOf(server)).total.today.offered).toBe(1_200);

    const seen: string[] = [];
    const pages: number[] = [];
    for (let after: string | null = null; ;) {
      const query = new URLSearchParams({ figure: "abandoned", part: "numerator", limit: "70" });
      if (after !== null) query.set("after", after);
      const page = await pageOf(server, query.toString());
      seen.push(...page.contacts.map((line) => line.contactId));
      pages.push(page.contacts.length);
      if (page.next === null) break;
      after = page.next;
      offered(server, "09:31:00", `late-${pages.length}`);
      await committed(server);
    }
    expect(pages.slice(0, -1).every((length) => length === 70)).toBe(true);
    expect(seen).toHaveLength(1_200);
    expect(new Set(seen).size).toBe(1_200);
    expect(new Set(seen.slice(0, 3))).toEqual(new Set(["c1197", "c1198", "c1199"]));
  }, 30_000);
});
