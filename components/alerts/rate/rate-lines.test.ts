import { expect, test } from "vitest";
import type { AlarmRate } from "../../../lib/alerts/alert-api";
import { rateLines } from "./rate-lines";

const QUIET: AlarmRate = {
  lastHour: { audible: 0, notices: 0 },
  lastDay: { audible: 0, notices: 0 },
  busiestHour: 0,
  standing: 0,
  rules: [],
};
const judged = (rate: Partial<AlarmRate>, queues = 4) =>
  rateLines({ ...QUIET, ...rate }, queues).map(({ judgement }) => judgement);

test("[AL73] a quiet board is judged well, one alarm an hour too", () => {
  expect(judged({ lastHour: { audible: 1, notices: 9 } })).toEqual(["ok", "ok", "ok", "ok", "ok"]);
});

const hour = (audible: number) => judged({ lastHour: { audible, notices: 0 } })[0];
const notices = (count: number, queues: number) => judged({ lastDay: { audible: 0, notices: count } }, queues)[3];

test("[AL73] above the aim is watched, above what people can take in asks to act", () => {
  expect([1, 2, 6, 7].map(hour)).toEqual(["ok", "watch", "watch", "act"]);
  expect([15, 16].map((busiestHour) => judged({ busiestHour })[1])).toEqual(["ok", "act"]);
  expect([150, 151].map((audible) => judged({ lastDay: { audible, notices: 0 } })[2])).toEqual(["ok", "act"]);
  expect([0, 1].map((standing) => judged({ standing })[4])).toEqual(["ok", "watch"]);
});

test("[AL73] notices are counted against six a day and queue", () => {
  expect([notices(24, 4), notices(25, 4), notices(6, 0), notices(7, 0)]).toEqual(["ok", "watch", "ok", "watch"]);
});
