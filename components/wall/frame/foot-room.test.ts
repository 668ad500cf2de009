import { expect, test } from "vitest";
import { textEm } from "../layout/letter-widths";
import type { FootItem } from "../words/foot-items";
import { ASIDE_GAP_EM, fitItem, leastEm, nameEm } from "./foot-room";

const item: FootItem = {
  judgement: "act",
  word: "ACT",
  name: "Support",
  says: ["11 of 38 late in 15 min", "service level"],
  aside: ["since 12:41 · nobody has it", "since 12:41"],
};
const takes = (says: string, aside: string): number => nameEm("Support") + textEm(says) + ASIDE_GAP_EM + textEm(aside);
const onOneLine = (roomEm: number) => fitItem(item, roomEm, roomEm, null);
const A_LITTLE = 0.01;

test("[AL69] the fullest wording comes before who has it, and both shorten before either is left out", () => {
  const steps = [
    ["11 of 38 late in 15 min", "since 12:41 · nobody has it"],
    ["11 of 38 late in 15 min", "since 12:41"],
  ] as const;
  for (const [says, aside] of steps) expect(onOneLine(takes(says, aside) + A_LITTLE)).toEqual({ says, aside });
  const short = takes("service level", "since 12:41");
  expect(onOneLine(takes(...steps[1]) - A_LITTLE)).toEqual({
    says: "service level",
    aside: "since 12:41",
  });
  expect(onOneLine(short + A_LITTLE)).toEqual({ says: "service level", aside: "since 12:41" });
  expect(onOneLine(short - A_LITTLE).aside).toBeNull();
  expect(leastEm(item, 1)).toBeCloseTo(takes("11 of 38 late in 15 min", "since 12:41"));
  expect(leastEm({ ...item, aside: [] }, 1)).toBeCloseTo(nameEm("Support") + textEm("service level"));
});

test("[AL69] on several lines who has it stands on the last, as far as that holds it", () => {
  const saysEm = nameEm("Support") + textEm("11 of 38 late in 15 min") + A_LITTLE;
  const [long = "", short = ""] = item.aside;
  expect(fitItem(item, saysEm, 99, textEm(long))).toEqual({ says: item.says[0], aside: long });
  expect(fitItem(item, saysEm, 99, textEm(long) - A_LITTLE)).toEqual({ says: item.says[0], aside: short });
  expect(fitItem(item, 1, 99, 99)).toEqual({ says: item.says[0], aside: null });
});

test("[AL69] what nobody can have stands alone", () => {
  expect(fitItem({ ...item, aside: [] }, 99, 99, null)).toEqual({ says: item.says[0], aside: null });
});
