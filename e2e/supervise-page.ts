import type { Page } from "@playwright/test";
import type { Desk } from "../lib/desk/desk-types";
import { createFormats } from "../lib/words/formats";
import { until } from "./harness";

type Texts = Readonly<Record<string, string>>;

/** What a supervisor's page shows at one instant, as text. */
export type SuperviseReading = {
  /** Of the figures; null: they are the board's own, the desk is not there yet. */
  readonly revision: number | null;
  readonly title: string;
  readonly figures: Texts;
  readonly queues: Readonly<Record<string, Texts>>;
  /** null: no contacts are open. */
  readonly contacts: null | {
    readonly heading: string;
    readonly revision: number | null;
    readonly count: number;
    /** All lines are of that revision. */
    readonly whole: boolean;
    /** There are no further pages. */
    readonly complete: boolean;
  };
};

const READ = `(function () {
  var strip = document.querySelector(".sv-strip[data-revision]");
  var numberOf = function (element, name) {
    return element === null || !element.hasAttribute(name) ? null : Number(element.getAttribute(name));
  };
  var clean = function (element) { return element.textContent.replace(/\\s+/g, " ").trim(); };
  var figuresIn = function (place) {
    var found = {};
    if (place !== null) place.querySelectorAll("[data-figure]").forEach(function (element) {
      found[element.getAttribute("data-figure")] = clean(element);
    });
    return found;
  };
  var queues = {};
  document.querySelectorAll("a[data-queue]").forEach(function (row) {
    queues[row.getAttribute("data-queue")] = figuresIn(row);
  });
  var panel = document.querySelector(".sv-contacts");
  var list = document.querySelector(".sv-contact-list");
  return {
    revision: numberOf(strip, "data-revision"),
    title: clean(document.querySelector(".sv-main h1")),
    figures: figuresIn(strip),
    queues: queues,
    contacts: panel === null ? null : {
      heading: clean(panel.querySelector("h2")),
      revision: numberOf(list, "data-revision"),
      count: numberOf(list, "data-count") || 0,
      whole: list !== null && list.getAttribute("data-whole") === "true",
      complete: list !== null && list.getAttribute("data-complete") === "true",
    },
  };
})()`;

export const readSupervise = (page: Page): Promise<SuperviseReading> => page.evaluate<SuperviseReading>(READ);

/** Waits for a reading that `isRight`. */
export const awaitSupervise = (
  page: Page,
  what: string,
  isRight: (reading: SuperviseReading) => boolean,
  withinMs = 15_000,
): Promise<SuperviseReading> =>
  until(
    what,
    async () => {
      const reading = await readSupervise(page);
      return isRight(reading) ? reading : null;
    },
    withinMs,
  );

const { count, duration, percent } = createFormats("en");

/** The figures of a desk as the page must write them. */
export const expectedFigures = ({ figures }: Desk): Texts => ({
  serviceLevel: percent(figures.serviceLevelRatio),
  met: count(figures.level.met),
  decided: count(figures.level.decided),
  answered: count(figures.answered),
  missed: count(figures.missed),
  speedOfAnswer: duration(figures.asaMs),
  handlingTime: duration(figures.ahtMs),
});
