import { describe, expect, it } from "vitest";
import { nextPath } from "./next-path";

describe("where signing in leads", () => {
  it.each([
    "/",
    "/supervise",
    "/supervise?board=main&queue=sales",
    "/wall?board=a%2Fb#top",
    "/settings/audit-trail",
    "/setup-notes",
    "/supervise?from=http://elsewhere.example/",
  ])("a path of this server is kept: %s", (path) => {
    expect(nextPath(path)).toBe(path);
  });

  it.each([
    null,
    "",
    "supervise",
    "//elsewhere.example",
    "///elsewhere.example",
    "////elsewhere.example/a",
    "/\\elsewhere.example",
    "\\\\elsewhere.example",
    "/\t/elsewhere.example",
    "/\n/elsewhere.example",
    "\t//elsewhere.example",
    " //elsewhere.example",
    "/ /elsewhere.example",
    "/.//elsewhere.example",
    "/./\\elsewhere.example",
    "/a/..//elsewhere.example",
    "/%2e//elsewhere.example",
    "https://elsewhere.example",
    "https:/elsewhere.example",
    "http:elsewhere.example",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,hello",
    "?next=/",
    "#top",
    "/\u0000",
    `/${"a".repeat(2_000)}`,
  ])("anything else leads to the boards: %j", (asked) => {
    expect(nextPath(asked)).toBe("/");
  });

  it.each([
    "/sign-in",
    "/sign-in/",
    "/sign-in?next=/wall",
    "/setup",
    "/setup#secret",
    "/api/v1/oidc/start",
    "/a/../setup",
  ])("a door leads to no door: %s", (asked) => {
    expect(nextPath(asked)).toBe("/");
  });
});
