import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sourceId } from "../../../lib/vocabulary";
import { createFakeFeed } from "../../publish/testing/fake-feed";
import { type Centre, startCentre } from "../testing/centre";

let pages = "";
let alone: Centre;
let framed: Centre;
beforeAll(async () => {
  pages = mkdtempSync(join(tmpdir(), "pickup-pages-"));
  writeFileSync(join(pages, "wall.html"), "<h1>Wall</h1>");
  alone = await startCentre({ staticDir: pages, empty: true });
  framed = await startCentre({ staticDir: pages, frameAncestors: ["https://intranet.example", "http://portal.lan"] });
});
afterAll(async () => {
  await alone.stop();
  await framed.stop();
  rmSync(pages, { recursive: true });
});

const headersOf = async (centre: Centre, path: string) => (await centre.as("nobody").get(path)).headers;
const framesOf = (headers: Headers): string | undefined =>
  /frame-ancestors ([^;]*)/.exec(headers.get("content-security-policy") ?? "")?.[1];

it("[AC76] pages stand in nobody's frame but their own", async () => {
  const headers = await headersOf(alone, "/wall");
  expect([framesOf(headers), headers.get("x-frame-options")]).toEqual(["'self'", "SAMEORIGIN"]);
});

it("[AC76] and in those of configured sites, data in none", async () => {
  const headers = await headersOf(framed, "/wall");
  // `x-frame-options` knows no list, and would forbid what is allowed.
  expect(framesOf(headers)).toBe("'self' https://intranet.example http://portal.lan");
  expect(headers.get("x-frame-options")).toBeNull();
  expect(framesOf(await headersOf(framed, "/api/v1/me"))).toBe("'none'");
});

it("[AC76] everything is taken for what it says it is, and data is kept nowhere", async () => {
  for (const path of ["/wall", "/api/v1/me", "/api/v1/accounts", "/healthz", "/nowhere"]) {
    const headers = await headersOf(framed, path);
    expect([path, headers.get("x-content-type-options")]).toEqual([path, "nosniff"]);
    expect([path, headers.get("referrer-policy")]).toEqual([path, "same-origin"]);
    expect([path, headers.get("cross-origin-resource-policy")]).toEqual([path, "same-origin"]);
    expect([path, headers.get("cross-origin-opener-policy")]).toEqual([path, "same-origin"]);
    if (path !== "/wall") expect([path, headers.get("cache-control")]).toEqual([path, "no-store"]);
  }
});

it("[AC76] who comes unencrypted from elsewhere is told nothing that his browser would refuse", async () => {
  const { headers } = await framed.as("nobody", { address: "10.0.0.9" }).get("/wall");
  expect(headers.get("cross-origin-opener-policy")).toBeNull();
  expect(headers.get("strict-transport-security")).toBeNull();
});

it("[AC76] [EV6] whether it is ready is told to all, why a source is not live to who looks after the day", async () => {
  const crm = { id: sourceId("crm"), kind: "http", state: "down", lastProofAtMs: null, lastEventAtMs: null } as const;
  const pbx = { ...crm, id: sourceId("pbx"), kind: "asterisk-ami" } as const;
  const sources = () => [
    { ...crm, detail: { forMs: 90_000 } },
    { ...pbx, detail: "127.0.0.1:5038 refuses connections" },
  ];
  const ailing = await startCentre({ feed: { ...createFakeFeed(), sources } });
  try {
    for (const who of ["nobody", "token:metrics", "display"] as const)
      expect((await ailing.as(who).get("/readyz")).json).toEqual({
        ready: true,
        sources: [crm, pbx].map((source) => ({ ...source, detail: null, silence: null })),
      });
    expect((await ailing.as("supervisor").get("/readyz")).json).toEqual({
      ready: true,
      sources: [
        { ...crm, detail: "nothing was told for 90 s", silence: { forMs: 90_000 } },
        { ...pbx, detail: "127.0.0.1:5038 refuses connections", silence: null },
      ],
    });
  } finally {
    await ailing.stop();
  }
});
