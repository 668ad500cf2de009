import { afterEach, beforeEach, expect, it } from "vitest";
import type { AuditLine, AuditPage } from "../../../../../lib/access/access-types";
import { PASSWORD } from "../../../../access/testing/opened-access";
import { type Centre, startCentre } from "../../../testing/centre";

let centre: Centre;
beforeEach(async () => {
  centre = await startCentre();
});
afterEach(() => centre.stop());

const page = async (query: string): Promise<AuditPage> =>
  (await centre.as("admin").get(`/api/v1/audit-trail${query}`)).json as AuditPage;

it("[AC30] tells who did what, when and from where, the newest first, page by page", async () => {
  const stranger = centre.as("nobody", { address: "198.51.100.9" });
  await stranger.post("/api/v1/session", { name: "lead", password: "something else" });
  await stranger.post("/api/v1/session", { name: "lead", password: PASSWORD });
  const first = await page("?limit=2");
  expect(first.lines).toMatchObject([
    { act: "signed-in", actor: { kind: "person", name: "lead" }, address: "198.51.100.9", atMs: centre.clock.nowMs() },
    { act: "sign-in-failed", actor: { kind: "nobody" }, subject: "lead", address: "198.51.100.9" },
  ]);
  expect(first.intact).toBe(true);

  const seqs: number[] = [];
  for (let next: number | null = null; seqs.length === 0 || next !== null;) {
    const one: AuditPage = await page(`?limit=5${next === null ? "" : `&before=${next}`}`);
    seqs.push(...one.lines.map(({ seq }) => seq));
    next = one.next;
  }
  expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, index) => seqs.length - index));
  expect((await centre.as("admin").get("/api/v1/audit-trail?limit=0")).status).toBe(400);
  expect((await centre.as("supervisor").get("/api/v1/audit-trail")).status).toBe(403);
});

it("[AC34] is given as a file, a line each, the oldest first; the copy tells of itself", async () => {
  const answer = await centre.as("admin").get("/api/v1/audit-trail/export");
  expect(answer.headers.get("content-type")).toBe("application/x-ndjson; charset=utf-8");
  expect(answer.headers.get("content-disposition")).toBe('attachment; filename="pickup-audit-trail.ndjson"');
  const lines = answer.text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as AuditLine);
  expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, index) => index + 1));
  expect(lines.at(-1)).toMatchObject({ act: "audit-trail-exported", actor: { kind: "person", name: "admin" } });
  expect((await page("?limit=1")).lines[0]).toEqual(lines.at(-1));
});
