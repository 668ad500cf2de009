import { describe, expect, it } from "vitest";
import { boardOfAll, DEFAULT_LOOK } from "../../../lib/config";
import { boardId, MAIN_BOARD } from "../../../lib/vocabulary";
import { problemsWith, siteWith } from "../testing/decoded";

describe("a board", () => {
  it("that says nothing of itself looks as boards do, shows every queue and names nobody", () => {
    const { boards } = siteWith("boards: [{ id: wall }]");
    expect(boards).toEqual([boardOfAll(MAIN_BOARD, "All queues"), boardOfAll(boardId("wall"), "wall")]);
    expect(boards[1]).toMatchObject({ ...DEFAULT_LOOK, agentNames: "none", queueIds: null });
  });

  it("looks as it says", () => {
    const { boards } = siteWith(`
boards:
  - id: hall
    name: Hall
    figures: [longestWait, waiting]
    period: window
    windowMinutes: 15
    agentNames: first
    language: pt-BR
    theme: contrast
    screen: { inches: 55, metres: 7.5 }
    sound: true
    missedCost: true
`);
    expect(boards[1]).toEqual({
      id: "hall",
      name: "Hall",
      queueIds: null,
      windowMinutes: 15,
      agentNames: "first",
      figures: ["longestWait", "waiting"],
      period: "window",
      language: "pt-BR",
      theme: "contrast",
      viewing: { screenInches: 55, distanceMetres: 7.5 },
      sound: true,
      missedCost: true,
    });
  });

  it("speaks the site's language unless it has its own", () => {
    const { boards } = siteWith("language: de\nboards: [{ id: a }, { id: b, language: fr }]");
    expect(boards.map(({ id, name, language }) => [id, name, language])).toEqual([
      ["main", "Alle Queues", "de"],
      ["a", "a", "de"],
      ["b", "b", "fr"],
    ]);
  });

  it("main may be given a look, keeps its name and shows every queue", () => {
    const { boards } = siteWith("boards: [{ id: a }, { id: main, theme: light, figures: [agents] }]");
    const main = { ...boardOfAll(MAIN_BOARD, "All queues"), theme: "light", figures: ["agents"] };
    expect(boards[1]).toEqual(main);
    expect(boards).toHaveLength(2);
    expect(siteWith("boards: [{ id: main, name: Everything }]").boards[0]?.name).toBe("Everything");
  });

  it("never names callers: there is no such key", () => {
    const advice =
      "what can stand here: id, name, queues, windowMinutes, figures, period, agentNames, language, theme, screen, sound, missedCost";
    expect(problemsWith("boards: [{ id: a, callerNumbers: full }]")).toEqual([
      `c.yaml:2 boards[0].callerNumbers: there is no such key; ${advice}`,
    ]);
    expect(problemsWith("boards: [{ id: a, callerNames: true }]")[0]).toContain("there is no such key");
  });

  it("lists every problem with its path and line", () => {
    const text = `language: pt-br
boards:
  - id: a
    figures: [serviceLevel, wating, serviceLevel]
    period: window
    agentNames: last
  - { id: b, figures: [], language: english, theme: drak }
  - { id: c, figures: [missed, agents, waiting, answerRate, abandoned, longestWait] }
  - { id: d, screen: { inches: 5, metres: 31 }, sound: loud }
  - { id: e, screen: { inches: 55 }, period: week }
`;
    const figures =
      "serviceLevel, waiting, longestWait, missed, answerRate, speedOfAnswer, abandoned, handlingTime, agents";
    expect(problemsWith(text)).toEqual([
      'c.yaml:2 language: expected one of en, de, es, pt-BR, fr, got "pt-br" – did you mean "pt-BR"?',
      `c.yaml:5 boards[0].figures[1]: expected one of ${figures}, got "wating" – did you mean "waiting"?`,
      'c.yaml:5 boards[0].figures[2]: expected each figure once, got "serviceLevel" again (first on line 5)',
      'c.yaml:7 boards[0].agentNames: expected one of full, first, none, got "last"',
      "c.yaml:8 boards[1].figures: expected at least 1 of them, got an empty list",
      'c.yaml:8 boards[1].language: expected one of en, de, es, pt-BR, fr, got "english"',
      'c.yaml:8 boards[1].theme: expected one of dark, light, contrast, got "drak" – did you mean "dark"?',
      "c.yaml:9 boards[2].figures: expected at most 5 of them, got a list",
      "c.yaml:10 boards[3].screen.inches: expected inches from 10 to 200, got 5",
      "c.yaml:10 boards[3].screen.metres: expected metres from 1 to 30, got 31",
      'c.yaml:10 boards[3].sound: expected true or false, got "loud"',
      'c.yaml:11 boards[4].period: expected one of today, window, got "week"',
      "c.yaml:11 boards[4].screen.metres: expected a number, got nothing",
    ]);
  });
});

describe("a rotation", () => {
  it("shows boards in turn, half a minute each unless it says otherwise; ids are text however they are written", () => {
    const { rotations } = siteWith(`
boards: [{ id: sales }, { id: 0100 }]
rotations:
  - { id: hall, boards: [main, sales, main, 0100] }
  - { id: quick, name: Quick, boards: [sales, 0100], everySeconds: 5 }
`);
    expect(rotations).toEqual([
      { id: "hall", name: "hall", boardIds: ["main", "sales", "main", "0100"], everyMs: 30_000 },
      { id: "quick", name: "Quick", boardIds: ["sales", "0100"], everyMs: 5_000 },
    ]);
  });

  it("shows twelve boards at most, as many as a screen follows", () => {
    const [most, more] = [12, 13].map((count) => `rotations: [{ id: hall, boards: [${"main, ".repeat(count)}] }]`);
    expect(problemsWith(more ?? "")).toEqual(["c.yaml:2 rotations[0].boards: expected at most 12 of them, got a list"]);
    expect(siteWith(most ?? "").rotations).toHaveLength(1);
  });

  it("lists every problem with its path and line", () => {
    const text = `boards: [{ id: sales }, { id: support }]
rotations:
  - { id: main, boards: [main, sales] }
  - id: support
    boards:
      - slaes
      - main
      - elsewhere
  - { id: hall, boards: [main], everySeconds: 4 }
  - { id: hall, boards: [main, sales], everySeconds: 601 }
  - { boards: main, every: 30 }
`;
    expect(problemsWith(text)).toEqual([
      'c.yaml:4 rotations[0].id: expected an id that no board has, got "main"',
      'c.yaml:5 rotations[1].id: expected an id that no board has, got "support"',
      'c.yaml:7 rotations[1].boards[0]: there is no board "slaes" – did you mean "sales"?',
      'c.yaml:9 rotations[1].boards[2]: there is no board "elsewhere"; the boards are main, sales, support',
      "c.yaml:10 rotations[2].boards: expected at least 2 of them, got a list",
      "c.yaml:10 rotations[2].everySeconds: expected seconds from 5 to 600, got 4",
      "c.yaml:11 rotations[3].everySeconds: expected seconds from 5 to 600, got 601",
      'c.yaml:11 rotations[3].id: expected each id once, got "hall" again (first on line 10)',
      "c.yaml:12 rotations[4].id: expected a text, got nothing",
      'c.yaml:12 rotations[4].boards: expected a list, got "main"',
      'c.yaml:12 rotations[4].every: there is no such key – did you mean "everySeconds"?',
    ]);
  });
});
