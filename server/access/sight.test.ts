import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ROLES, TOKEN_SCOPES } from "../../lib/access/roles";
import { type BoardConfig, boardOfAll, type RotationConfig } from "../../lib/config";
import { type BoardId, boardId, queueId } from "../../lib/vocabulary";
import { DEMO, NOBODY, type Principal } from "./principal";
import { mayDo } from "./rights";
import { boardFor, boardsFor, boardsOfScreen, sightOfCallers } from "./sight";

const BOARDS = ["main", "north", "south", "west"].map(boardId);
const ROTATIONS = ["round", "tour"].map(boardId);
// Some are named like what every object has.
const QUEUES = ["sales", "support", "orders", "__proto__", "constructor"].map(queueId);
const ELSEWHERE = ["gone", "__proto__", "toString", "", "MAIN", "main/"].map(boardId);

const queueIdsArbitrary = fc.option(fc.subarray(QUEUES, { minLength: 1 }));
const boardArbitrary = (id: BoardId): fc.Arbitrary<BoardConfig> =>
  queueIdsArbitrary.map((queueIds) => ({ ...boardOfAll(id, id), queueIds }));
const rotationArbitrary = (id: BoardId): fc.Arbitrary<RotationConfig> =>
  fc.subarray(BOARDS, { minLength: 1 }).map((boardIds) => ({ id, name: id, boardIds, everyMs: 10_000 }));
const siteArbitrary = fc.record({
  boards: fc.tuple(...BOARDS.map(boardArbitrary)),
  rotations: fc.tuple(...ROTATIONS.map(rotationArbitrary)),
});
const askedArbitrary = fc.constantFrom(...BOARDS, ...ROTATIONS, ...ELSEWHERE);

const personArbitrary = fc
  .record({ role: fc.constantFrom(...ROLES), own: fc.subarray(QUEUES), seesNumbers: fc.boolean() })
  .map(({ role, own, seesNumbers }): Extract<Principal, { kind: "person" }> => {
    const queueIds = role === "lead" ? own : null;
    return { kind: "person", accountId: "a", sessionId: "s", name: "Anna", role, queueIds, seesNumbers };
  });
const displayArbitrary = askedArbitrary.map((screenId): Extract<Principal, { kind: "display" }> => {
  return { kind: "display", displayId: "d", name: "Lobby", screenId };
});
const tokenArbitrary = fc
  .constantFrom(...TOKEN_SCOPES)
  .map((scope): Principal => ({ kind: "token", tokenId: "t", name: "Script", scope }));
const principalArbitrary: fc.Arbitrary<Principal> = fc.oneof(
  fc.constantFrom(NOBODY, DEMO),
  personArbitrary,
  displayArbitrary,
  tokenArbitrary,
);
const property = <Given extends [unknown, ...unknown[]]>(
  arbitraries: { [Index in keyof Given]: fc.Arbitrary<Given[Index]> },
  holds: (...given: Given) => void,
): void => fc.assert(fc.property<Given>(...arbitraries, holds), { seed: 4_712, numRuns: 500 });

describe("boards by sight", () => {
  test("[AC51] a lead's board holds his own queues, all of them that it has, and looks as it did", () => {
    property([siteArbitrary, personArbitrary, askedArbitrary], (site, person, id) => {
      const whole = site.boards.find((board) => board.id === id) ?? null;
      const seen = boardFor(person, id, site);
      const own = person.queueIds?.filter((one) => whole?.queueIds?.includes(one) ?? whole !== null) ?? null;
      if (own === null) {
        expect(seen).toEqual(whole);
      } else if (own.length === 0) {
        expect(seen).toBeNull();
      } else {
        expect(new Set(seen?.queueIds)).toEqual(new Set(own));
        expect({ ...seen, queueIds: null }).toEqual({ ...whole, queueIds: null });
      }
    });
  });

  test("[AC52] a display has what hangs on it, whole, and never another board", () => {
    property([siteArbitrary, displayArbitrary, askedArbitrary], (site, display, id) => {
      const rotation = site.rotations.find((one) => one.id === display.screenId);
      const hangs = rotation === undefined ? id === display.screenId : rotation.boardIds.includes(id);
      const whole = site.boards.find((board) => board.id === id) ?? null;
      expect(boardFor(display, id, site)).toEqual(hangs ? whole : null);
      expect(boardsFor(display, site).map((board) => board.id)).toEqual(
        BOARDS.filter((one) => boardsOfScreen(display.screenId, site).includes(one)),
      );
    });
  });

  test("[AC50] whoever may not read boards has none, and nobody has one that is not there", () => {
    property([siteArbitrary, principalArbitrary, askedArbitrary], (site, principal, id) => {
      const seen = boardFor(principal, id, site);
      if (!mayDo(principal, "boards.read")) expect(seen).toBeNull();
      if (!BOARDS.includes(id)) expect(seen).toBeNull();
      if (seen !== null) expect(seen.id).toBe(id);
      const all = boardsFor(principal, site);
      expect(all).toEqual(BOARDS.flatMap((one) => boardFor(principal, one, site) ?? []));
    });
  });

  test("[PV10] the end of a number is told to those who speak with callers, and to nobody else", () => {
    property([principalArbitrary], (principal) => {
      const told = mayDo(principal, "desk.read");
      expect(sightOfCallers(principal)).toBe(told ? "end" : "nothing");
      if (mayDo(principal, "numbers.reveal")) expect(told).toBe(true);
    });
  });
});
