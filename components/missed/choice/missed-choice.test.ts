import { expect, test } from "vitest";
import { readMissedChoice, writeMissedChoice } from "./missed-choice";

test("[RE40] an empty address is all that is to be called back", () => {
  expect(readMissedChoice("")).toEqual({ list: "open", queueId: null, why: null });
});

test.each(["", "?list=mine", "?list=ended&queue=a%26b&why=after-hours", "?queue=support", "?why=abandoned"])(
  "[RE40] what an address says is what it is written as: %s",
  (search) => {
    expect(writeMissedChoice(readMissedChoice(search), "")).toBe(search);
  },
);

test.each([
  ["?list=yours&why=because", ""],
  ["?queue=&list=open", ""],
])("[RE40] what nobody knows is left out: %s", (search, left) => {
  expect(writeMissedChoice(readMissedChoice(search), "")).toBe(left);
});

test("[RE40] what others put in the address stays", () => {
  const choice = { ...readMissedChoice("?list=mine"), list: "callbacks" } as const;
  expect(writeMissedChoice(choice, "?theme=light&list=mine")).toBe("?theme=light&list=callbacks");
});
