import { describe, expect, it } from "vitest";
import { boardOfAll, defaultThresholds } from "../../lib/config";
import { boardId, MAIN_BOARD } from "../../lib/vocabulary";
import { decodeSettings, type Settings } from "./decode";
import { describeProblem } from "./problem";
import type { Env } from "./secrets";

const MINIMAL = `
site: { name: Acme Support, timeZone: Europe/Berlin }
hours: { mon-fri: ["08:00-12:30", "13:00-18:00"], sat: ["09:00-13:00"], closed: ["2026-12-25", "2026-12-26"] }
target: { goalPercent: 90, thresholdSeconds: 60 }
sources:
  - { id: pbx, kind: asterisk-ami, host: 10.0.0.5, port: 5038, username: pickup, secret: "\${AMI_SECRET}" }
queues:
  - { id: support, name: Support }
`;
const PBX = "sources: [{ id: pbx, kind: asterisk-ami, host: pbx.lan, username: pickup, secret: s3cret }]\n";
const OPTIONS = { machineTimeZone: "America/Santiago" };

const withSecret = (secret: string): string =>
  `sources: [{ id: pbx, kind: asterisk-ami, host: "\${AMI_HOST}", username: u, secret: ${secret} }]`;

function settingsOf(text: string | null, env: Env = {}, demo = false): Settings {
  const decoded = decodeSettings(text, env, { ...OPTIONS, demo });
  if (!decoded.ok) throw new Error(decoded.problems.map((each) => describeProblem(each, "c.yaml")).join("\n"));
  return decoded.settings;
}
function problemsOf(text: string | null, env: Env = {}): string[] {
  const decoded = decodeSettings(text, env, OPTIONS);
  return decoded.ok ? [] : decoded.problems.map((problem) => describeProblem(problem, "/etc/pickup.config.yaml"));
}

describe("a right configuration", () => {
  it("the minimal real one gives a site, a source and a queue", () => {
    const settings = settingsOf(MINIMAL, { AMI_SECRET: "s3cret" });
    expect(settings.sources).toEqual([
      {
        kind: "asterisk-ami",
        id: "pbx",
        host: "10.0.0.5",
        port: 5038,
        username: "pickup",
        secret: "s3cret",
        tls: false,
        queueLog: null,
      },
    ]);
    const { site } = settings;
    const office = [
      { fromMinute: 480, toMinute: 750 },
      { fromMinute: 780, toMinute: 1_080 },
    ];
    expect(site.hours).toEqual({
      weekly: [office, office, office, office, office, [{ fromMinute: 540, toMinute: 780 }], []],
      closedDates: ["2026-12-25", "2026-12-26"],
    });
    const target = { goalPerMille: 900, thresholdMs: 60_000, shortAbandonMs: 5_000, formula: "offered" };
    expect(site).toMatchObject({ name: "Acme Support", timeZone: "Europe/Berlin", dayStartsAtMinute: 0, target });
    const { hours, thresholds } = site;
    expect(site.queues).toEqual([{ id: "support", name: "Support", target, thresholds, hours, wrapUpMs: null }]);
    expect(site.boards).toEqual([boardOfAll(MAIN_BOARD, "All queues")]);
    expect(site.rotations).toEqual([]);
  });

  it("port, address, data directory and origins come from the environment, or are what they are without", () => {
    const plain = settingsOf(PBX);
    expect(plain).toMatchObject({ port: 3_000, host: "127.0.0.1", dataDir: "data", origins: [] });
    const env = {
      PORT: "0",
      HOST: "0.0.0.0",
      PICKUP_DATA_DIR: "/var/lib/pickup",
      PICKUP_ORIGINS: "https://wall.example.com, http://10.0.0.7:3000/",
    };
    expect(settingsOf(PBX, env)).toMatchObject({
      port: 0,
      host: "0.0.0.0",
      dataDir: "/var/lib/pickup",
      origins: ["https://wall.example.com", "http://10.0.0.7:3000"],
    });
  });

  it("[SL7] without hours always open, without a zone the machine's", () => {
    const { site } = settingsOf(PBX);
    expect(site).toMatchObject({ hours: null, timeZone: "America/Santiago", queues: [] });
  });

  it("[TI2] dayStartsAt is minutes after midnight", () => {
    expect(settingsOf(`${PBX}site: { dayStartsAt: 04:30 }`).site.dayStartsAtMinute).toBe(270);
  });

  it("[SL5] a goal of 92.5 % is 925 of 1000, in whole numbers", () => {
    expect(settingsOf(`${PBX}target: { goalPercent: 92.5 }`).site.target.goalPerMille).toBe(925);
  });

  it("a queue takes from the site what it does not say itself", () => {
    const { site } = settingsOf(`${PBX}
target: { goalPercent: 80, thresholdSeconds: 20 }
hours: { mon: ["08:00-12:00"] }
queues:
  - { id: night, hours: always, target: { thresholdSeconds: 30, formula: answered-only }, wrapUpSeconds: 45 }
  - { id: 0100, name: Front desk }
boards:
  - { id: desk, name: Desk, queues: [0100], windowMinutes: 60 }
`);
    const target = { goalPerMille: 800, thresholdMs: 30_000, shortAbandonMs: 5_000, formula: "answered-only" } as const;
    expect(site.queues[0]).toEqual({
      id: "night",
      name: "night",
      target,
      thresholds: defaultThresholds(target),
      hours: null,
      wrapUpMs: 45_000,
    });
    expect(site.queues[1]).toMatchObject({ id: "0100", name: "Front desk", hours: site.hours });
    expect(site.boards.map(({ id }) => id)).toEqual(["main", "desk"]);
    const desk = { ...boardOfAll(boardId("desk"), "Desk"), queueIds: ["0100"], windowMinutes: 60 };
    expect(site.boards[1]).toEqual(desk);
  });

  it("no configuration at all is the demonstration", () => {
    const settings = settingsOf(null);
    expect(settings.sources).toEqual([{ kind: "simulator", id: "simulator", seed: 2026 }]);
    expect(settings.site).toMatchObject({ name: "Acme Support", timeZone: "America/Santiago", hours: null });
    expect(settings.site.queues.map(({ id, name }) => [id, name])).toEqual([
      ["sales", "Sales"],
      ["support", "Support"],
      ["billing", "Billing"],
      ["priority", "Priority"],
    ]);
  });

  it("--demo needs no secret and keeps the hours and the zone of the file", () => {
    const settings = settingsOf(MINIMAL, {}, true);
    expect(settings.sources).toEqual([{ kind: "simulator", id: "simulator", seed: 2026 }]);
    expect(settings.site).toMatchObject({
      timeZone: "Europe/Berlin",
      hours: { closedDates: ["2026-12-25", "2026-12-26"] },
    });
  });
});

describe("a wrong configuration", () => {
  it("lists every problem with its path and line, what was expected and what stands there", () => {
    const text = `site:
  name: Acme
  zone: Europe/Berlin
hours:
  mon-fri: ["08:00-12:30", "12:00-18:00"]
  closed: [2026-02-30]
target: { goalPercent: 90.55, treshold: 20 }
sources:
  - id: pbx
    kind: asterisk-ami
    host: 10.0.0.5
    port: many
    username: pickup
    secret: "\${AMI_SECRET}"
  - { id: pbx, kind: asterisk }
queues:
  - { id: support, name: Support, wrapUpSeconds: -1 }
  - { name: Sales }
  - { id: support, target: { formula: answered } }
boards:
  - { id: main, queues: [support], windowMinutes: 20 }
`;
    expect(problemsOf(text, { PORT: "99999" })).toEqual([
      'pickup.config.yaml:3 site.zone: there is no such key – did you mean "timeZone"?',
      "pickup.config.yaml:5 hours.mon-fri[1]: overlaps another shift on mon",
      'pickup.config.yaml:6 hours.closed[0]: expected a date such as "2026-12-25", got "2026-02-30"',
      "pickup.config.yaml:7 target.goalPercent: expected a percentage from 1 to 100 with at most one decimal, got 90.55",
      "pickup.config.yaml:7 target.treshold: there is no such key; what can stand here: goalPercent, thresholdSeconds, shortAbandonSeconds, formula",
      'pickup.config.yaml:12 sources[0].port: expected a number, got "many"',
      "pickup.config.yaml:14 sources[0].secret: the environment variable AMI_SECRET is not set",
      'pickup.config.yaml:15 sources[1].kind: expected one of asterisk-ami, simulator, http, got "asterisk" – did you mean "asterisk-ami"?',
      'pickup.config.yaml:15 sources[1].id: expected each id once, got "pbx" again (first on line 9)',
      "pickup.config.yaml:17 queues[0].wrapUpSeconds: expected seconds from 0 to 86400, got -1",
      "pickup.config.yaml:18 queues[1].id: expected a text, got nothing",
      'pickup.config.yaml:19 queues[2].target.formula: expected one of offered, answered-only, abandons-after-threshold, credit-abandons-within-threshold, got "answered" – did you mean "answered-only"?',
      'pickup.config.yaml:19 queues[2].id: expected each id once, got "support" again (first on line 17)',
      "pickup.config.yaml:21 boards[0].windowMinutes: expected one of 15, 30, 60, got 20",
      "pickup.config.yaml:21 boards[0].queues: the board main always shows every queue",
      'PORT: expected a port from 1 to 65535, or 0 for any free one, got "99999"',
    ]);
  });

  it("a board that lists a queue twice would count it twice", () => {
    const text = `${PBX}queues: [{ id: "0100" }, { id: sales }]
boards:
  - { id: a, queues: [sales, 0100] }
  - id: b
    queues:
      - 0100
      - sales
      - "0100"
      - sales
`;
    expect(problemsOf(text)).toEqual([
      'pickup.config.yaml:9 boards[1].queues[2]: expected each queue once, got "0100" again (first on line 7)',
      'pickup.config.yaml:10 boards[1].queues[3]: expected each queue once, got "sales" again (first on line 8)',
    ]);
  });

  it.each([
    ["site: { timeZone: Europe/Berln }", 'expected an IANA time zone such as Europe/Berlin, got "Europe/Berln"'],
    ['site: { timeZone: "+01:00" }', "expected an IANA time zone such as"],
    ["site: { dayStartsAt: 24:00 }", 'expected a time such as "04:00", got "24:00"'],
    ["hours: {}", "expected at least one day"],
    ["hours: 9 to 5", 'expected "always", or days with their shifts, got "9 to 5"'],
    ["hours: { mo-fr: [09:00-17:00] }", 'expected days (mon, mon-fri, "mon,wed") or closed, got "mo-fr"'],
    ["hours: { mon-fri: [09:00-17:00], fri: [] }", 'hours.fri: fri already has hours, by "mon-fri"'],
    ["hours: { mon: [09:00-09:00] }", 'expected a shift such as "08:00-12:30", got "09:00-09:00"'],
    ["hours: { sat: [22:00-03:00], sun: [02:00-04:00] }", "hours.sun[0]: overlaps another shift on sun"],
    ["queues: { id: support }", "queues: expected a list, got a section of its own"],
    ["__proto__: { port: 1 }", "__proto__: there is no such key"],
  ])("%s is a problem", (line, problem) => {
    const problems = problemsOf(`${PBX}${line}`);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
    expect(problems[0]).toMatch(/^pickup\.config\.yaml:2 /);
  });

  it("a file without sources is a problem: made-up figures never stand in for real ones", () => {
    expect(problemsOf("site: { name: Acme }")).toEqual(["pickup.config.yaml:1 sources: expected a list, got nothing"]);
    expect(problemsOf("")).toEqual(["pickup.config.yaml:1 sources: expected a list, got nothing"]);
    expect(problemsOf("sources: []")).toEqual([
      "pickup.config.yaml:1 sources: expected at least 1 of them, got an empty list",
    ]);
  });

  it("what is not YAML is said with its line", () => {
    expect(problemsOf(`${PBX}site: { name: "Acme }\n`)[0]).toMatch(/^pickup\.config\.yaml:\d the file: not YAML: /);
    expect(problemsOf(`${PBX}hours: *office\n`)[0]).toContain("not YAML: Unresolved alias");
    expect(problemsOf(`${PBX}${PBX}`)).toEqual([
      "pickup.config.yaml:2 the file: expected each key once, got this one again",
    ]);
  });

  it("a secret is never quoted, wherever it comes from", () => {
    const inFile = problemsOf(withSecret("[hunter2]"), { AMI_HOST: "pbx" });
    const fromEnvironment = problemsOf(withSecret("hunter2"), { AMI_HOST: "no such hunter2 host" });
    expect(inFile).toEqual([
      "pickup.config.yaml:1 sources[0].secret: expected a text, got something that is not shown here",
    ]);
    expect(fromEnvironment).toEqual([
      "pickup.config.yaml:1 sources[0].host: expected a host name or address, got something else from the environment",
    ]);
    expect(problemsOf(withSecret('"${not a name}"'), { AMI_HOST: "pbx" })[0]).toContain(
      "expected the name of an environment",
    );
  });

  it("an origin that a browser would not send is a problem", () => {
    expect(problemsOf(PBX, { PICKUP_ORIGINS: "wall.example.com,https://a.example/path" })).toEqual([
      'PICKUP_ORIGINS: expected addresses such as https://wall.example.com, separated by commas, got "wall.example.com"',
      'PICKUP_ORIGINS: expected addresses such as https://wall.example.com, separated by commas, got "https://a.example/path"',
    ]);
  });
});
