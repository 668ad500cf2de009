import { expect, test } from "vitest";
import type { Me } from "../../../lib/access/access-types";
import { boardId } from "../../../lib/vocabulary";
import { wallGateOf } from "./wall-gate-of";

const nobody = (setUp: boolean): Me => ({ kind: "nobody", rights: ["public"], setUp, signInWith: "Acme" });
const display = (screenId: string | null): Me => ({
  kind: "display",
  rights: ["public", "boards.read", "display.own"],
  displayId: "d1",
  name: "Hall",
  screenId: screenId === null ? null : boardId(screenId),
});

const demo: Me = { kind: "demo", siteName: "Acme Support", rights: ["public", "boards.read"] };

test("nothing hangs there before it is known who asks", () => {
  expect(wallGateOf(null, "")).toEqual({ kind: "asking" });
});

test("nobody's browser offers itself as a display, once there is somebody to let it in", () => {
  expect(wallGateOf(nobody(false), "")).toEqual({ kind: "not-set-up" });
  expect(wallGateOf(nobody(true), "")).toEqual({ kind: "pairing" });
});

test("[AC52] a display shows its own screen; when that is gone it says so", () => {
  expect(wallGateOf(display("hall"), "")).toEqual({ kind: "boards", screenId: "hall" });
  expect(wallGateOf(display(null), "")).toEqual({ kind: "gone", name: "Hall" });
});

test("people and the demonstration see what the address says", () => {
  const person: Me = {
    kind: "person",
    siteName: "Acme Support",
    rights: ["public", "boards.read"],
    accountId: "a1",
    name: "Ada",
    role: "lead",
    queueIds: [],
    hasPassword: false,
  };
  expect(wallGateOf(demo, "?board=hall")).toEqual({ kind: "boards", screenId: null });
  expect(wallGateOf(person, "")).toEqual({ kind: "boards", screenId: null });
});

test("in the demonstration a screen can be let in, for trying; nobody else is asked for a code", () => {
  expect(wallGateOf(demo, "?pair")).toEqual({ kind: "pairing" });
  expect(wallGateOf(display("hall"), "?pair")).toEqual({ kind: "boards", screenId: "hall" });
});
