import { expect, test } from "vitest";
import { boardId } from "../../lib/vocabulary";
import { createFollowers } from "./followers";

const main = boardId("main");
const sales = boardId("sales");
const GRACE_MS = 30;
const grace = (share: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, GRACE_MS * share));

/** Followers that write down what they do. */
function follower() {
  const done: string[] = [];
  const followers = createFollowers((id, pace) => {
    done.push(`start ${id} ${pace}`);
    return { setPace: (next) => done.push(`${id} ${next}`), stop: () => done.push(`stop ${id}`) };
  }, GRACE_MS);
  return { ...followers, done, starts: () => done.filter((line) => line.startsWith("st")) };
}

test("two who look at the same board share one connection, others have their own", () => {
  const { follow, starts } = follower();
  follow(main, "tv");
  follow(main, "tv");
  follow(sales, "tv");
  expect(starts()).toEqual(["start main tv", "start sales tv"]);
});

test("the quickest who looks sets the pace, and only for as long as he looks", () => {
  const { follow, done } = follower();
  follow(main, "tv");
  const leave = follow(main, "laptop");
  leave();
  expect(done).toEqual(["start main tv", "main tv", "main laptop", "main tv"]);
});

test("the connection outlives the last who looks by the grace, and who is back by then finds it", async () => {
  const { follow, starts } = follower();
  const leave = follow(main, "tv");
  leave();
  await grace(0.3);
  const leaveAgain = follow(main, "tv");
  await grace(3);
  expect(starts()).toEqual(["start main tv"]);
  leaveAgain();
  await grace(3);
  expect(starts()).toEqual(["start main tv", "stop main"]);
  follow(main, "tv");
  expect(starts()).toEqual(["start main tv", "stop main", "start main tv"]);
});

test("leaving twice takes nobody else's board away", async () => {
  const { follow, starts } = follower();
  const leave = follow(main, "tv");
  follow(main, "tv");
  leave();
  leave();
  await grace(3);
  expect(starts()).toEqual(["start main tv"]);
});
