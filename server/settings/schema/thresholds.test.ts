import { expect, it } from "vitest";
import { problemsWith, siteWith } from "../testing/decoded";

it("[TH5] without a word the limits follow from the target", () => {
  expect(siteWith("target: { goalPercent: 80, thresholdSeconds: 20 }").thresholds).toEqual({
    serviceLevel: { watch: 800, act: 700 },
    answerRate: null,
    missedRate: null,
    speedOfAnswer: null,
    longestWait: { watch: 10_000, act: 20_000 },
    waiting: null,
    minimumContacts: 10,
  });
  expect(siteWith("target: { goalPercent: 5 }").thresholds.serviceLevel).toEqual({ watch: 50, act: 0 });
});

it("every figure can be given its limits: percent, seconds, callers", () => {
  const { thresholds } = siteWith(`
thresholds:
  serviceLevel: { watch: 92.5, act: 80 }
  answerRate: { watch: 95, act: 90 }
  missedRate: { watch: 5, act: 10 }
  speedOfAnswer: { watch: 20, act: 40.5 }
  longestWait: { watch: 60, act: 60 }
  waiting: { watch: 5, act: 10 }
  minimumContacts: 20
`);
  expect(thresholds).toEqual({
    serviceLevel: { watch: 925, act: 800 },
    answerRate: { watch: 950, act: 900 },
    missedRate: { watch: 50, act: 100 },
    speedOfAnswer: { watch: 20_000, act: 40_500 },
    longestWait: { watch: 60_000, act: 60_000 },
    waiting: { watch: 5, act: 10 },
    minimumContacts: 20,
  });
});

it("[TH5] a queue's word stands before the site's, the site's before what follows from the queue's target", () => {
  const { thresholds, queues } = siteWith(`
thresholds: { longestWait: { watch: 45, act: 90 }, waiting: { watch: 5, act: 10 }, minimumContacts: 5 }
queues:
  - { id: plain }
  - { id: fast, target: { goalPercent: 95, thresholdSeconds: 10 } }
  - { id: own, thresholds: { waiting: off, serviceLevel: { watch: 70, act: 50 }, minimumContacts: 30 } }
`);
  const [plain, fast, own] = queues;
  expect(plain?.thresholds).toEqual(thresholds);
  // Its goal is its own; of the longest wait the site has spoken.
  expect(fast?.thresholds).toEqual({ ...thresholds, serviceLevel: { watch: 950, act: 850 } });
  expect(own?.thresholds).toEqual({
    ...thresholds,
    waiting: null,
    serviceLevel: { watch: 700, act: 500 },
    minimumContacts: 30,
  });
});

it("[TH5] off is off, for the defaults too", () => {
  const { thresholds } = siteWith("thresholds: { serviceLevel: off, longestWait: off }\nqueues: [{ id: a }]");
  expect(thresholds).toMatchObject({ serviceLevel: null, longestWait: null });
});

it("lists every problem with its path and line", () => {
  const text = `thresholds:
  serviceLevel: { watch: 80, act: 90 }
  missedRate: { watch: 10, act: 5 }
  answerRate: { watch: 90.55, act: 101 }
  speedOfAnswer: 30
  longestWait:
    watch: 30
    atc: 60
  waiting: { watch: 2.5, act: many }
  waitng: off
  minimumContacts: 0
queues:
  - id: a
    thresholds:
      waiting: { watch: 9, act: 8 }
      longestWait:
`;
  expect(problemsWith(text)).toEqual([
    "c.yaml:3 thresholds.serviceLevel: expected act no higher than watch, for this figure is good when it is high; got watch 80 and act 90",
    "c.yaml:4 thresholds.missedRate: expected act no lower than watch, for this figure is good when it is low; got watch 10 and act 5",
    "c.yaml:5 thresholds.answerRate.watch: expected a percentage from 0 to 100 with at most one decimal, got 90.55",
    "c.yaml:5 thresholds.answerRate.act: expected a percentage from 0 to 100 with at most one decimal, got 101",
    'c.yaml:6 thresholds.speedOfAnswer: expected "off", or a section with watch and act, got 30',
    "c.yaml:7 thresholds.longestWait.act: expected a number, got nothing",
    'c.yaml:9 thresholds.longestWait.atc: there is no such key – did you mean "act"?',
    "c.yaml:10 thresholds.waiting.watch: expected a number of callers from 1 to 10000, got 2.5",
    'c.yaml:10 thresholds.waiting.act: expected a number, got "many"',
    'c.yaml:11 thresholds.waitng: there is no such key – did you mean "waiting"?',
    "c.yaml:12 thresholds.minimumContacts: expected a number of contacts from 1 to 1000, got 0",
    "c.yaml:16 queues[0].thresholds.waiting: expected act no lower than watch, for this figure is good when it is low; got watch 9 and act 8",
    'c.yaml:17 queues[0].thresholds.longestWait: expected "off", or a section with watch and act, got nothing',
  ]);
});
