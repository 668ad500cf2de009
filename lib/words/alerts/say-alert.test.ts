import { describe, expect, it } from "vitest";
import type { Evidence } from "../../alerts/alert-types";
import { LANGUAGES } from "../language";
import { createFormats } from "../formats";
import { sayAlert, sayFiring, wordingsOf, type SaidFiring } from "./say-alert";
import { SAY_WORDS } from "./say-words";

const NOW_MS = Date.parse("2026-11-23T12:47:00Z");
const minutesAgo = (minutes: number): number => NOW_MS - minutes * 60_000;

const EVIDENCE: readonly (readonly [Evidence, string, string])[] = [
  [{ kind: "service-level", late: 11, decided: 38, minutes: 15 }, "service level", "11 of 38 late in 15 min"],
  [{ kind: "longest-wait", oldestOfferedAtMs: minutesAgo(4.2) }, "longest wait", "longest wait 4:12"],
  [{ kind: "longest-wait", oldestOfferedAtMs: null }, "longest wait", "nobody is waiting"],
  [{ kind: "waiting", waiting: 12 }, "waiting", "12 waiting"],
  [{ kind: "waiting-per-agent", waiting: 12, agents: 3 }, "waiting per agent", "12 waiting for 3 agents"],
  [{ kind: "waiting-per-agent", waiting: 4, agents: 1 }, "waiting per agent", "4 waiting for 1 agent"],
  [{ kind: "waiting-per-agent", waiting: 4, agents: 0 }, "waiting per agent", "4 waiting, no agent there"],
  [{ kind: "nobody-logged-in", waiting: 3 }, "nobody logged in", "3 waiting"],
  [{ kind: "nobody-logged-in", waiting: 0 }, "nobody logged in", "nobody is waiting"],
  [{ kind: "abandons-in-a-row", count: 5 }, "abandons in a row", "5 gave up in a row"],
  [{ kind: "missed-rate", missed: 7, total: 24, minutes: 60 }, "missed rate", "7 of 24 missed in 60 min"],
  [{ kind: "overdue-recoveries", count: 2 }, "overdue callbacks", "2 not called back in time"],
  [{ kind: "agents-left", left: 6, of: 12, minutes: 10 }, "agents left", "6 of 12 agents left in 10 min"],
  [{ kind: "over-capacity", agents: 2, most: 5 }, "over capacity", "2 agents over capacity, up to 5 at once"],
  [
    { kind: "paused-too-long", agents: 1, longestSinceAtMs: minutesAgo(34) },
    "paused too long",
    "1 agent paused, longest 34:00",
  ],
  [{ kind: "no-data", sinceAtMs: minutesAgo(4) }, "no data", "nothing received for 4:00"],
  [{ kind: "no-data", sinceAtMs: null }, "no data", "nothing received yet"],
];

const alertOf = (evidence: Evidence, condition: SaidFiring["condition"]): SaidFiring => ({
  subjectName: "Support",
  condition,
  evidence,
  heldUntilMs: null,
  clearSinceMs: null,
});
const toMoment = (atMs: number): string => new Date(atMs).toISOString().slice(11, 16);
const english = createFormats("en");
const inEnglish = (alert: SaidFiring) => sayAlert(alert, SAY_WORDS.en, english, NOW_MS);

const conditionIn = (evidence: Evidence): SaidFiring["condition"] =>
  evidence.kind === "widespread" ? conditionIn(evidence.of) : evidence.kind;

const COMPOUND: Evidence = {
  kind: "all-of",
  of: [
    { kind: "waiting-per-agent", waiting: 12, agents: 3 },
    { kind: "longest-wait", oldestOfferedAtMs: minutesAgo(2) },
  ],
};
const WIDESPREAD: Evidence = {
  kind: "widespread",
  queues: 5,
  outOf: 8,
  of: { kind: "service-level", late: 11, decided: 38, minutes: 15 },
};

describe("[AL60] one wording of an alert", () => {
  it.each(EVIDENCE)("%j", (evidence, condition, says) => {
    expect(inEnglish(alertOf(evidence, conditionIn(evidence)))).toEqual({ title: `Support: ${condition}`, says });
  });

  it("several conditions at once are each named and told", () => {
    expect(inEnglish(alertOf(COMPOUND, "all-of"))).toEqual({
      title: "Support: waiting per agent and longest wait",
      says: "12 waiting for 3 agents, longest wait 2:00",
    });
    const three: Evidence = { kind: "all-of", of: [{ kind: "waiting", waiting: 9 }, ...COMPOUND.of] };
    expect(inEnglish(alertOf(three, "all-of")).title).toBe("Support: waiting, waiting per agent and longest wait");
  });

  it("one fault of many queues is the site's", () => {
    expect(inEnglish({ ...alertOf(WIDESPREAD, "service-level"), subjectName: "" })).toEqual({
      title: "Whole site: service level",
      says: "5 of 8 queues, worst: 11 of 38 late in 15 min",
    });
    const of: Evidence = { ...WIDESPREAD, of: COMPOUND };
    expect(inEnglish({ ...alertOf(of, "all-of"), subjectName: "" }).title).toBe(
      "Whole site: waiting per agent and longest wait",
    );
  });

  it("a duration is told at the instant that is given, never below nothing", () => {
    const alert = alertOf({ kind: "longest-wait", oldestOfferedAtMs: NOW_MS }, "longest-wait");
    const at = (ms: number) => sayAlert(alert, SAY_WORDS.en, english, NOW_MS + ms).says;
    expect([at(-1), at(0), at(999), at(1_000)]).toEqual([
      "longest wait 0:00",
      "longest wait 0:00",
      "longest wait 0:00",
      "longest wait 0:01",
    ]);
  });
});

describe("[AL61] in every language", () => {
  const all = [...EVIDENCE.map(([evidence]) => evidence), COMPOUND, WIDESPREAD];

  it.each(LANGUAGES)("%s says all of its figures", (language) => {
    for (const evidence of all) {
      const alert = alertOf(evidence, conditionIn(evidence));
      const { title, says } = sayAlert(alert, SAY_WORDS[language], createFormats(language), NOW_MS);
      const figures = inEnglish(alert).says.match(/\d+(:\d+)?/g) ?? [];
      for (const figure of figures) expect(says).toContain(figure);
      expect(`${title}${says}`).not.toMatch(/undefined|NaN|null/);
      expect(title.startsWith("Support")).toBe(true);
    }
  });

  it("one is singular", () => {
    const one: readonly Evidence[] = [
      { kind: "waiting-per-agent", waiting: 1, agents: 1 },
      { kind: "over-capacity", agents: 1, most: 4 },
      { kind: "overdue-recoveries", count: 1 },
    ];
    const said = LANGUAGES.map((language) =>
      one.map((each) => sayAlert(alertOf(each, conditionIn(each)), SAY_WORDS[language], english, NOW_MS).says),
    );
    expect(Object.fromEntries(LANGUAGES.map((language, index) => [language, said[index]]))).toEqual({
      en: ["1 waiting for 1 agent", "1 agent over capacity, up to 4 at once", "1 not called back in time"],
      de: [
        "1 wartet auf 1 Agenten",
        "1 Agent über Kapazität, bis zu 4 gleichzeitig",
        "1 nicht rechtzeitig zurückgerufen",
      ],
      es: [
        "1 en espera para 1 agente",
        "1 agente por encima de la capacidad, hasta 4 a la vez",
        "1 llamada sin devolver a tiempo",
      ],
      "pt-BR": [
        "1 em espera para 1 agente",
        "1 agente acima da capacidade, até 4 ao mesmo tempo",
        "1 ligação sem retorno no prazo",
      ],
      fr: [
        "1 en attente pour 1 agent",
        "1 agent au-delà de la capacité, jusqu’à 4 à la fois",
        "1 appelant non rappelé à temps",
      ],
    });
  });
});

describe("[AL62] wordings that stand alone", () => {
  it("get shorter and all say what is wrong", () => {
    expect(
      wordingsOf(
        alertOf({ kind: "nobody-logged-in", waiting: 3 }, "nobody-logged-in"),
        SAY_WORDS.en,
        english,
        0,
        toMoment,
      ),
    ).toEqual(["nobody logged in, 3 waiting", "nobody logged in"]);
    expect(wordingsOf(alertOf(COMPOUND, "all-of"), SAY_WORDS.en, english, NOW_MS, toMoment)).toEqual([
      "12 waiting for 3 agents, longest wait 2:00",
      "waiting per agent and longest wait",
      "waiting per agent",
    ]);
    expect(wordingsOf(alertOf(WIDESPREAD, "service-level"), SAY_WORDS.en, english, NOW_MS, toMoment)).toEqual([
      "5 of 8 queues, worst: 11 of 38 late in 15 min",
      "service level",
    ]);
  });

  it("of what is clear say so first, and what it was before; never more than the last truth", () => {
    const wait = alertOf({ kind: "longest-wait", oldestOfferedAtMs: minutesAgo(17) }, "longest-wait");
    const clear = { ...wait, heldUntilMs: minutesAgo(1.6), clearSinceMs: minutesAgo(1.5) };
    const wordings = (alert: SaidFiring) => wordingsOf(alert, SAY_WORDS.en, english, NOW_MS, toMoment);
    expect(wordings(clear)).toEqual([
      "clear since 12:45, before: longest wait 15:24",
      "longest wait, clear since 12:45",
      "clear since 12:45",
    ]);
    const nobody = alertOf({ kind: "nobody-logged-in", waiting: 3 }, "nobody-logged-in");
    expect(wordings({ ...nobody, clearSinceMs: NOW_MS })[0]).toBe(
      "clear since 12:47, before: nobody logged in, 3 waiting",
    );
  });
});

describe("[AL60] what is clear, while it still fires", () => {
  const wait = alertOf({ kind: "longest-wait", oldestOfferedAtMs: minutesAgo(17) }, "longest-wait");
  const held = { ...wait, heldUntilMs: minutesAgo(1.6) };

  it("durations are told as of when it last held, in messages and once it is over too", () => {
    expect(inEnglish(held).says).toBe("longest wait 15:24");
    expect(inEnglish(wait).says).toBe("longest wait 17:00");
    expect(sayFiring(held, SAY_WORDS.en, english, NOW_MS, toMoment).says).toBe("longest wait 15:24");
  });

  it("in every language it says since when, and what it was before", () => {
    const alert = { ...held, clearSinceMs: minutesAgo(1.5) };
    const nothing = { ...alertOf({ kind: "no-data", sinceAtMs: null }, "no-data"), clearSinceMs: NOW_MS };
    const said = (of: SaidFiring) =>
      LANGUAGES.map((language) => sayFiring(of, SAY_WORDS[language], createFormats(language), NOW_MS, toMoment).says);
    expect(said(alert)).toEqual([
      "clear since 12:45, before: longest wait 15:24",
      "seit 12:45 unauffällig, vorher: längste Wartezeit 15:24",
      "sin problema desde 12:45, antes: espera más larga 15:24",
      "sem problema desde 12:45, antes: maior espera 15:24",
      "plus de problème depuis 12:45, avant : plus longue attente 15:24",
    ]);
    expect(said(nothing)[0]).toBe("clear since 12:47, before: nothing received yet");
  });
});
