import { expect, test } from "vitest";
import { readChoice, writeChoice } from "./choice";

test("an empty address is the whole main board today, the worst first", () => {
  expect(readChoice("")).toEqual({
    boardId: "main",
    queueId: null,
    minutes: null,
    figure: null,
    part: null,
    order: "worst",
    sort: null,
    find: "",
    agents: "",
    loggedOut: false,
  });
});

test.each([
  "",
  "?queue=support",
  "?board=floor-2&queue=a%26b&minutes=15&figure=serviceLevel&part=denominator",
  "?minutes=60&figure=missed&order=name&sort=time.desc&find=sup",
  "?sort=name.asc&agents=sup+lunch&logged-out=shown",
])("what an address says is what it is written as: %s", (search) => {
  expect(writeChoice(readChoice(search), "")).toBe(search);
});

test.each([
  ["?minutes=45", ""],
  ["?minutes=null", ""],
  ["?figure=joy&part=numerator", ""],
  ["?figure=missed&part=half", "?figure=missed"],
  ["?part=numerator", ""],
  ["?order=best&sort=joy.desc", ""],
  ["?queue=&board=main", ""],
  ["?agents=&logged-out=yes", ""],
])("what nobody knows is left out: %s", (search, left) => {
  expect(writeChoice(readChoice(search), "")).toBe(left);
});

test("closing the contacts forgets their part, and what others put in the address stays", () => {
  const search = "?theme=light&figure=missed&part=neither";
  expect(writeChoice({ ...readChoice(search), figure: null }, search)).toBe("?theme=light");
});
