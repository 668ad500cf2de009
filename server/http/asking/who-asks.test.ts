import type { IncomingMessage } from "node:http";
import { expect, it } from "vitest";
import type { Credentials } from "../../access/access";
import { NOBODY, type Principal } from "../../access/principal";
import { createTrustedProxies } from "./trusted-proxies";
import { createWhoAsks } from "./who-asks";

const TV: Principal = { kind: "token", tokenId: "t", name: "tv", scope: "read" };
const shown: Credentials[] = [];
const access = {
  principalOf: (credentials: Credentials): Principal => {
    shown.push(credentials);
    return credentials.bearer === "good" || credentials.display === "tv" ? TV : NOBODY;
  },
};
let isSetUp = true;
const trusted = createTrustedProxies([]);
const demo = createWhoAsks({ access, demo: true, isSetUp: () => true, trusted });
const closed = createWhoAsks({ access, demo: false, isSetUp: () => isSetUp, trusted });

const request = (headers: Record<string, string>, remoteAddress = "127.0.0.1") =>
  ({ headers: { host: "localhost:3000", ...headers }, socket: { remoteAddress } }) as unknown as IncomingMessage;

it("[AC72] in the demo everybody is who uses this machine itself, by its own name, and nobody else", () => {
  const kindOf = (headers: Record<string, string>, from?: string) => demo(request(headers, from)).principal.kind;
  for (const host of ["localhost", "LOCALHOST.:3000", "127.0.0.1:3000", "[::1]:3000"]) {
    expect([host, kindOf({ host })]).toEqual([host, "demo"]);
  }
  expect([kindOf({}, "::1"), kindOf({}, "::ffff:127.0.0.1")]).toEqual(["demo", "demo"]);
  expect([kindOf({}, "10.0.0.9"), kindOf({}, "::ffff:10.0.0.9"), kindOf({}, "fe80::1")]).toEqual(
    Array.from({ length: 3 }, () => "nobody"),
  );
  for (const host of ["wall.example", "10.0.0.9:3000", "localhost.evil.example", "127.0.0.1.evil.example", "", "a b"]) {
    expect([host, kindOf({ host })]).toEqual([host, "nobody"]);
  }
  for (const name of ["x-forwarded-for", "x-forwarded-host", "forwarded", "via", "x-real-ip"]) {
    expect([name, kindOf({ [name]: "" })]).toEqual([name, "nobody"]);
  }
  expect([kindOf({ authorization: "Bearer wrong" }), kindOf({ authorization: "Bearer good" })]).toEqual([
    "nobody",
    "token",
  ]);
  expect([kindOf({ cookie: "pickup_display=tv" }), kindOf({ cookie: "pickup_display=old" })]).toEqual([
    "token",
    "demo",
  ]);
  expect(closed(request({})).principal).toBe(NOBODY);
});

it("[AC71] a token stands alone: beside it no cookie is looked at", () => {
  shown.length = 0;
  const cookie = "pickup_session=s; pickup_display=tv";
  const asker = closed(request({ cookie, authorization: "Bearer wrong" }));
  expect([asker.principal, asker.byToken]).toEqual([NOBODY, true]);
  expect(closed(request({ cookie, authorization: "bearer  good" })).principal).toBe(TV);
  expect(closed(request({ cookie, authorization: "Bearer" }))).toMatchObject({ principal: NOBODY, byToken: true });
  expect(closed(request({ cookie, authorization: "Basic YTpi" }))).toMatchObject({ principal: TV, byToken: false });
  expect(shown).toEqual([
    { session: null, display: null, bearer: "wrong" },
    { session: null, display: null, bearer: "good" },
    { session: "s", display: "tv", bearer: null },
  ]);
});

it("[AC1] nobody is anybody before there is an administrator", () => {
  isSetUp = false;
  expect(closed(request({ authorization: "Bearer good" })).principal).toBe(NOBODY);
  isSetUp = true;
  expect(closed(request({ authorization: "Bearer good" })).principal).toBe(TV);
});
