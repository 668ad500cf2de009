import { expect, it } from "vitest";
import { deskWords as english } from "../../../lib/words/en/desk/words";
import { deskWords as french } from "../../../lib/words/fr/desk/words";
import { missedBy } from "./missed-by";

const overflowedBy = { timeout: 5, key: 2, empty: 0, withdrawn: 0, transferred: 0 };
const lost = { abandoned: 6, shortAbandoned: 2, overflowed: 7, overflowedBy, refused: 1 };

it("[CO5] a part of what was lost that way says of how many, the whole of it does not, and the parts add up", () => {
  const missed = { ...lost, missedBy: { abandoned: 4, overflowed: 3, refused: 1 } };
  expect(missedBy(missed, english)).toEqual(["4 gave up", "+ 3 overflowed (of\u00a07)", "+ 1 refused"]);
  expect(missedBy(missed, french)).toEqual(["4 abandonnés", "+ 3 débordés (sur\u00a07)", "+ 1 refusé"]);
});

it("[CO5] where all left the same way it is named, and what never happened is not", () => {
  const timedOut = { ...overflowedBy, timeout: 7, key: 0 };
  const missed = { ...lost, overflowedBy: timedOut, missedBy: { abandoned: 0, overflowed: 7, refused: 0 } };
  expect(missedBy(missed, english)).toEqual(["7 timed out"]);
});
