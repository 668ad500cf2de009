import { expect, test } from "vitest";
import { planOf, wantedPlan } from "./read-plan";

test("a wall shows the board it is asked for, and main where nothing is said", () => {
  expect(wantedPlan("")).toEqual({ type: "boards", plan: { boardIds: ["main"], everyMs: 30_000 } });
  expect(wantedPlan("?board=")).toEqual(wantedPlan(""));
  expect(wantedPlan("?board=sales&theme=light")).toMatchObject({ plan: { boardIds: ["sales"] } });
});

test("several boards take turns, each once, a dozen at most", () => {
  expect(wantedPlan("?board=main,sales,,main&every=45")).toEqual({
    type: "boards",
    plan: { boardIds: ["main", "sales"], everyMs: 45_000 },
  });
  expect(
    planOf(
      Array.from({ length: 40 }, (_, i) => `b${i}`),
      30_000,
    ).boardIds,
  ).toHaveLength(12);
});

test("a turn lasts no less than 5 s and no more than an hour", () => {
  const plans = ["1", "5", "99999", "soon", "-3"].map((text) => wantedPlan(`?board=a,b&every=${text}`));
  expect(plans).toMatchObject([5_000, 5_000, 3_600_000, 30_000, 5_000].map((everyMs) => ({ plan: { everyMs } })));
});

test("a rotation of the configuration is asked for by its id", () => {
  expect(wantedPlan("?rotation=floor&board=main")).toEqual({ type: "rotation", rotationId: "floor" });
});
