import { describe, expect, it } from "vitest";
import { createSetupLink } from "./setup-link";

function setUp() {
  const told: string[] = [];
  const state = { isSetUp: false, nowMs: 0 };
  const link = createSetupLink({
    isSetUp: () => state.isSetUp,
    clock: { nowMs: () => state.nowMs },
    tell: (token) => told.push(token),
  });
  link.announce();
  const newest = () => told.at(-1) ?? "";
  const wrong = (times: number) => {
    for (let count = 0; count < times; count++) expect(link.take("x".repeat(count * 30))).toBeNull();
  };
  return { link, told, state, newest, wrong };
}

describe("the link that makes the first administrator", () => {
  it("[AC19] is told once, and good once", () => {
    const { link, told, newest } = setUp();
    expect(told).toEqual([expect.stringMatching(/^[\w-]{43}$/)]);
    expect(link.take(newest())).not.toBeNull();
    expect(link.take(newest())).toBeNull();
  });

  it("[AC19] comes back when nobody was made administrator after all", () => {
    const { link, newest } = setUp();
    link.take(newest())?.giveBack();
    expect(link.take(newest())).not.toBeNull();
  });

  it("[AC19] is gone once there is an administrator, whoever made him", () => {
    const { link, told, state, newest, wrong } = setUp();
    state.isSetUp = true;
    expect(link.take(newest())).toBeNull();
    wrong(20);
    link.announce();
    expect(told).toHaveLength(1);
  });

  it("[AC19] is another one after ten wrong tries, and told again", () => {
    const { link, told, newest, wrong } = setUp();
    const first = newest();
    wrong(9);
    expect(told).toHaveLength(1);
    wrong(1);
    expect(told).toHaveLength(2);
    expect(link.take(first)).toBeNull();
    expect(link.take(newest())).not.toBeNull();
  });

  it("[AC19] does not change more than once a minute, however many try", () => {
    const { told, state, wrong } = setUp();
    wrong(10);
    state.nowMs = 59_999;
    wrong(100);
    expect(told).toHaveLength(2);
    state.nowMs = 60_000;
    wrong(1);
    expect(told).toHaveLength(3);
  });
});
