import { describe, expect, it } from "vitest";
import type { Me } from "../../lib/access/access-types";
import type { Right } from "../../lib/access/roles";
import { boardId } from "../../lib/vocabulary";
import { gateOf, type Page, sectionsOf } from "./gate-of";

const PAGES: readonly Page[] = [
  "boards",
  "supervise",
  "alerts",
  "missed",
  "settings",
  "settings/displays",
  "settings/accounts",
  "settings/account",
];

const nobody = (setUp: boolean): Me => ({ kind: "nobody", rights: ["public"], setUp, signInWith: null });
const person = (...rights: Right[]): Me => ({
  kind: "person",
  siteName: "Acme Support",
  rights: ["public", ...rights],
  accountId: "a1",
  name: "Ada",
  role: "analyst",
  queueIds: null,
  hasPassword: true,
});
const display: Me = {
  kind: "display",
  rights: ["public", "boards.read", "display.own"],
  displayId: "d1",
  name: "Hall",
  screenId: boardId("main"),
};
const everywhere = (me: Me | null): readonly string[] => PAGES.map((page) => gateOf(me, page).kind);

describe("what stands at the place of a page", () => {
  it("nothing is shown before it is known who asks", () => {
    expect(new Set(everywhere(null))).toEqual(new Set(["asking"]));
  });

  it("[AC1] without an administrator there is nothing but the way to make one", () => {
    expect(new Set(everywhere(nobody(false)))).toEqual(new Set(["not-set-up"]));
  });

  it("nobody signs in first, whatever the page", () => {
    expect(new Set(everywhere(nobody(true)))).toEqual(new Set(["sign-in"]));
  });

  it("a display has no page, though it may read its board", () => {
    expect(new Set(everywhere(display))).toEqual(new Set(["display"]));
    expect(gateOf(display, "boards")).toEqual({ kind: "display", name: "Hall" });
  });

  it("[AC2] a page opens with the right it needs, and names it where that is missing", () => {
    const analyst = person("boards.read", "contacts.read", "account.own");
    expect(everywhere(analyst)).toEqual([
      "page",
      "no-right",
      "no-right",
      "no-right",
      "page",
      "no-right",
      "no-right",
      "page",
    ]);
    expect(gateOf(analyst, "alerts")).toEqual({ kind: "no-right", right: "alerts.read" });
    expect(gateOf(person("alerts.read"), "alerts")).toEqual({ kind: "page" });
    expect(gateOf(person("missed.read"), "missed")).toEqual({ kind: "page" });
    expect(gateOf(analyst, "supervise")).toEqual({ kind: "no-right", right: "desk.read" });
    expect(gateOf(person(), "boards")).toEqual({ kind: "no-right", right: "boards.read" });
  });

  it("a demonstration has settings but no account", () => {
    const demo: Me = {
      kind: "demo",
      siteName: "Acme Support",
      rights: ["public", "boards.read", "desk.read", "displays.manage"],
    };
    expect(everywhere(demo)).toEqual(["page", "page", "no-right", "no-right", "page", "page", "no-right", "no-right"]);
  });

  it("the settings open with their first page, and not without any", () => {
    expect(sectionsOf(["account.own", "displays.manage"])).toEqual(["displays", "account"]);
    expect(gateOf(person("boards.read"), "settings")).toEqual({ kind: "no-right", right: "account.own" });
  });
});
