import { describe, expect, it } from "vitest";
import { queueId } from "../../../../lib/vocabulary";
import { decodeSettings, type Settings } from "../../decode";
import { describeProblem } from "../../problem";
import { problemsWith, siteWith } from "../../testing/decoded";

const SOURCE = "sources: [{ id: simulator, kind: simulator }]\nqueues: [{ id: support }, { id: sales }]\n";
const OPTIONS = { machineTimeZone: "Europe/Berlin" };
const KEY = `whsec_${"A".repeat(32)}`;

const decoded = (lines: string, env: Readonly<Record<string, string>> = {}, demo = false) =>
  decodeSettings(SOURCE + lines, env, { ...OPTIONS, demo });
function alertsWith(lines: string, env: Readonly<Record<string, string>> = {}): Settings["alerts"] {
  const answer = decoded(lines, env);
  if (!answer.ok) throw new Error(answer.problems.map((each) => describeProblem(each, "c.yaml")).join("\n"));
  return answer.settings.alerts;
}
/** What is wrong; the first of the lines is line 3. */
function wrongWith(lines: string, env: Readonly<Record<string, string>> = {}): string[] {
  const answer = decoded(lines, env);
  return answer.ok ? [] : answer.problems.map((each) => describeProblem(each, "c.yaml"));
}
const scopeOf = (more: string) => alertsWith(rule(`${more} when: { noData: true }`)).rules?.[0]?.scope;
const rule = (more: string): string => `alerts:\n  rules:\n    - { id: a, severity: warning, ${more} }\n`;

describe("[AL40] alerts in the configuration", () => {
  it("that says nothing of them has the defaults, and no channels", () => {
    expect(alertsWith("")).toEqual({
      acknowledgedForMs: 30 * 60_000,
      privateAddresses: false,
      deadMansSwitch: null,
      channels: [],
      rules: null,
    });
    expect(alertsWith("alerts: { rules: [] }\n").rules).toEqual([]);
  });

  it("names channels of four kinds, their secrets from the environment", () => {
    const lines = `alerts:
  acknowledgedForMinutes: 5
  deadMansSwitch: "\${PING}"
  channels:
    - { id: hook, kind: webhook, url: https://hook.example/a, secret: "\${KEY}" }
    - { id: open, kind: webhook, url: https://hook.example/b }
    - { id: leads, kind: slack, url: "\${SLACK}" }
    - { id: office, kind: teams, url: "https://teams.example/${"w".repeat(300)}" }
    - { id: mail, kind: email, from: pickup@example.com, to: [leads@example.com], host: smtp.example.com, username: p, password: "\${PW}" }
    - { id: plain, kind: email, from: a@example.com, to: [b@example.com, c@example.com], host: "::1", port: 25, tls: "off" }
`;
    const env = { PING: "https://hc.example/ping", KEY, SLACK: "https://slack.example/s", PW: "0815" };
    const alerts = alertsWith(lines, env);
    expect([alerts.acknowledgedForMs, alerts.deadMansSwitch]).toEqual([300_000, "https://hc.example/ping"]);
    expect(alerts.channels).toMatchObject([
      { id: "hook", kind: "webhook", secret: KEY },
      { id: "open", secret: null },
      { id: "leads", kind: "slack", url: "https://slack.example/s" },
      { id: "office", kind: "teams" },
      { id: "mail", port: 587, tls: "starttls", login: { username: "p", password: "0815" } },
      { id: "plain", port: 25, tls: "off", login: null },
    ]);
  });

  it.each([
    [
      "longestWait: { raiseSeconds: 180, clearSeconds: 120.5 }",
      { kind: "longest-wait", raise: 180_000, clear: 120_500 },
    ],
    ["waiting: { raise: 10, clear: 10 }", { kind: "waiting", raise: 10, clear: 10 }],
    ["waitingPerAgent: { raise: 2.5, clear: 1 }", { kind: "waiting-per-agent", raise: 2.5, clear: 1 }],
    [
      "missedRate: { minutes: 60, raisePercent: 12.5, clearPercent: 5 }",
      { kind: "missed-rate", raise: 125, clear: 50 },
    ],
    ["serviceLevel: { longMinutes: 15, shortMinutes: 5, burn: 5 }", { kind: "service-level", burn: 5 }],
    ["nobodyLoggedIn: true", { kind: "nobody-logged-in" }],
    ["agentsLeft: { minutes: 10, percent: 33.3 }", { kind: "agents-left", minutes: 10, sharePerMille: 333 }],
    ["abandonsInARow: 3", { kind: "abandons-in-a-row", raise: 3 }],
    ["overdueRecoveries: 5", { kind: "overdue-recoveries", raise: 5 }],
    ["overCapacity: true", { kind: "over-capacity" }],
    ["pausedTooLong: { seconds: 900 }", { kind: "paused-too-long", pausedMs: 900_000 }],
    ["noData: true", { kind: "no-data" }],
    [
      "waiting: { raise: 10, clear: 8 }, nobodyLoggedIn: true",
      { kind: "all-of", conditions: [{ kind: "waiting" }, { kind: "nobody-logged-in" }] },
    ],
  ])("when: { %s }", (when, condition) => {
    expect(alertsWith(rule(`when: { ${when} }`)).rules).toMatchObject([
      { id: "a", name: "a", condition, forMs: 0, keepFiringMs: 0, channelIds: null, enabled: true },
    ]);
  });

  it("a rule looks at each of some queues, at them together, or at the whole site", () => {
    const queueIds = [queueId("support"), queueId("sales")];
    expect(scopeOf("")).toEqual({ kind: "each-queue", queueIds: null });
    expect(scopeOf("queues: [support, sales],")).toEqual({ kind: "each-queue", queueIds });
    expect(scopeOf("queues: [support, sales], group: Phones,")).toEqual({ kind: "group", name: "Phones", queueIds });
    expect(scopeOf("wholeSite: true,")).toEqual({ kind: "site" });
  });

  it("the demonstration takes no rules and no channels from it", () => {
    const answer = decoded(
      `${rule("when: { noData: true }")}  channels: [{ id: c, kind: slack, url: "\${NOT_SET}" }]\n`,
      {},
      true,
    );
    expect(answer.ok && answer.settings.alerts).toMatchObject({ channels: [], rules: null });
  });
});

describe("[AL40] what is wrong with alerts is said with its line", () => {
  it.each([
    ["alerts: { acknowledgedForMinutes: 4 }\n", "alerts.acknowledgedForMinutes: expected minutes from 5 to 480, got 4"],
    [rule("when: {}"), "alerts.rules[0].when: expected a condition: serviceLevel, longestWait, waiting, "],
    [
      rule("when: { noData: true, overCapacity: true }"),
      "alerts.rules[0].when: noData stands alone: without data nothing else is known",
    ],
    [
      rule("when: { waiting: { raise: 3, clear: 4 } }"),
      "alerts.rules[0].when.waiting: expected clear no higher than raise; got clear 4 and raise 3",
    ],
    [
      rule("when: { longestWait: { raise: 3 } }"),
      "alerts.rules[0].when.longestWait.raiseSeconds: expected a number, got nothing",
    ],
    [
      rule("when: { noData: true }, channels: [leed]"),
      'alerts.rules[0].channels[0]: there is no channel "leed"; none is written',
    ],
    [rule("when: { noData: true }, group: g"), "alerts.rules[0].group: a group needs queues"],
    [
      rule("when: { noData: true }, queues: [sales, sales]"),
      'alerts.rules[0].queues[1]: expected each queue once, got "sales" again (first on line 5)',
    ],
    [
      rule("when: { noData: true }, forSeconds: -1"),
      "alerts.rules[0].forSeconds: expected seconds from 0 to 86400, got -1",
    ],
    [
      rule("when: { overdueRecoveries: 0 }"),
      "alerts.rules[0].when.overdueRecoveries: expected callers from 1 to 10000, got 0",
    ],
    ["capacity: { chat: 0 }\n", "capacity.chat: expected a number of contacts from 1 to 100, got 0"],
  ])("%s", (lines, problem) => {
    expect(wrongWith(lines).join("\n")).toContain(problem);
  });

  it("and guesses at channels; a queue that is not listed is only a note", () => {
    const channels = "  channels: [{ id: leads, kind: slack, url: https://s.example }]\n";
    expect(wrongWith(`${rule("when: { noData: true }, channels: [leeds]")}${channels}`)).toEqual([
      'c.yaml:5 alerts.rules[0].channels[0]: there is no channel "leeds" – did you mean "leads"?',
    ]);
    const answer = decoded(rule("when: { noData: true }, queues: [suport]"));
    expect(answer.ok && answer.notes).toMatchObject([{ line: 5, where: "alerts.rules[0].queues[0]" }]);
  });

  it("but what is secret of it is not repeated", () => {
    const secret = "hooks.example/T0/B0/hidden";
    const lines = `alerts:\n  channels:\n    - { id: a, kind: slack, url: "ftp://${secret}" }\n    - { id: b, kind: webhook, url: "http://${secret}", secret: hidden }\n`;
    expect(wrongWith(lines)).toEqual([
      "c.yaml:5 alerts.channels[0].url: expected an address that begins with https://, got something that is not shown here",
      "c.yaml:6 alerts.channels[1].secret: expected whsec_ and 24 to 64 bytes in base64, got something that is not shown here",
    ]);
    const fromEnv = (url: string): string[] =>
      wrongWith(`alerts:\n  channels:\n    - { id: a, kind: slack, url: "\${SLACK}" }\n`, { SLACK: url });
    expect(fromEnv("nonsense hidden")).toEqual([
      "c.yaml:5 alerts.channels[0].url: expected an address that begins with https://, got something else from the environment",
    ]);
    expect(fromEnv("http://hidden.example")).toEqual([
      "c.yaml:5 alerts.channels[0].url: expected an address that begins with https://; http:// is for private networks (privateAddresses: true)",
    ]);
  });

  it("a channel whose secret is missing is left out of what can still be tried", () => {
    const lines =
      'alerts:\n  channels:\n    - { id: a, kind: slack, url: "${NOT_SET}" }\n    - { id: b, kind: slack, url: https://s.example }\n';
    const answer = decoded(lines);
    expect(answer.ok).toBe(false);
    expect(answer.ok ? null : answer.rest?.alerts.channels.map(({ id }) => id)).toEqual(["b"]);
    expect(wrongWith(lines)).toEqual(["c.yaml:5 alerts.channels[0].url: the environment variable NOT_SET is not set"]);
  });

  it("http is for private networks, half a login none", () => {
    const channel = "{ id: a, kind: webhook, url: http://10.0.0.1/ }";
    expect(wrongWith(`alerts:\n  channels: [${channel}]\n`)).toHaveLength(1);
    expect(wrongWith(`alerts:\n  privateAddresses: true\n  channels: [${channel}]\n`)).toEqual([]);
    const mail = "{ id: m, kind: email, from: a@b.c, to: [a@b.c], host: h, username: u }";
    expect(wrongWith(`alerts:\n  channels: [${mail}]\n`)).toEqual([
      "c.yaml:4 alerts.channels[0]: password is missing: who logs in needs both",
    ]);
  });
});

it("[AL40] capacity by channel, each with its default", () => {
  expect(siteWith("").capacity).toEqual({ voice: 1, chat: 3, sms: 5, email: 10 });
  expect(siteWith("capacity: { chat: 2 }\n").capacity).toEqual({ voice: 1, chat: 2, sms: 5, email: 10 });
  expect(problemsWith("capacity: { fax: 2 }\n")).toHaveLength(1);
});
