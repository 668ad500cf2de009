import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type {
  AlertRulesPage,
  AlertRuleView,
  AlertsPage,
  RulePreview,
  SilencesPage,
  SilenceView,
} from "../../../../lib/alerts/alert-api";
import { SAMPLE_AT_MS } from "../../../../lib/testing/board-samples";
import { RULE } from "../../matrix/testing/alerts";
import { NORD, SUED } from "../../matrix/testing/floor";
import { type AlertCentre, startAlertCentre } from "./testing/alert-centre";

let at: AlertCentre;
beforeAll(async () => {
  at = await startAlertCentre();
});
afterAll(() => at.stop());

const rules = async (): Promise<AlertRulesPage> =>
  (await at.centre.as("supervisor").get("/api/v1/alert-rules")).json as AlertRulesPage;
const problemOf = (json: unknown): string => (json as { readonly detail: string }).detail;
const HOUR_MS = 3_600_000;

describe("[AL42] rules", () => {
  it("are listed with what a rule can name", async () => {
    expect(await rules()).toMatchObject({
      rules: [{ id: "waiting", origin: "default", replacesDefault: false, changedBy: null }],
      channels: [{ id: "hook", kind: "webhook" }],
      queues: [{ id: NORD.queue }, { id: SUED.queue }],
    });
  });

  it("are made, changed and deleted in the settings, each written down", async () => {
    const supervisor = at.centre.as("supervisor");
    const made = await supervisor.post("/api/v1/alert-rules", { ...RULE, name: "Many wait", channelIds: ["hook"] });
    expect([made.status, made.json]).toMatchObject([
      201,
      { name: "Many wait", origin: "settings", changedBy: "supervisor" },
    ]);
    const { id } = made.json as AlertRuleView;
    const changed = await supervisor.ask("PATCH", `/api/v1/alert-rules/${id}`, { body: { severity: "critical" } });
    expect([changed.status, changed.json]).toMatchObject([200, { id, severity: "critical", name: "Many wait" }]);
    expect((await rules()).rules.map((rule) => rule.id)).toEqual(["waiting", id]);
    expect((await supervisor.ask("DELETE", `/api/v1/alert-rules/${id}`)).status).toBe(204);
    expect((await supervisor.ask("DELETE", `/api/v1/alert-rules/${id}`)).status).toBe(404);
    expect(at.trail("alert-rule-created", "alert-rule-changed", "alert-rule-deleted")).toEqual([
      "supervisor alert-rule-created Many wait",
      "supervisor alert-rule-changed Many wait",
      "supervisor alert-rule-deleted Many wait",
    ]);
  });

  it("a default that is changed is one of the settings, and comes back when that is deleted", async () => {
    const admin = at.centre.as("admin");
    const changed = await admin.ask("PATCH", "/api/v1/alert-rules/waiting", { body: { enabled: false } });
    expect(changed.json).toMatchObject({ id: "waiting", origin: "settings", replacesDefault: true, enabled: false });
    expect((await rules()).rules).toHaveLength(1);
    expect((await admin.ask("DELETE", "/api/v1/alert-rules/waiting")).status).toBe(204);
    expect((await rules()).rules).toMatchObject([{ id: "waiting", origin: "default", enabled: true }]);
    const refused = await admin.ask("DELETE", "/api/v1/alert-rules/waiting");
    expect([refused.status, problemOf(refused.json)]).toEqual([409, "A default cannot be deleted; switch it off."]);
  });

  it.each([
    [{ channelIds: ["nowhere"] }, "channelIds names channels that are not there: nowhere."],
    [
      { condition: { kind: "waiting", raise: 3, clear: 4 } },
      "condition must be one that is clear no higher than where it is raised; ",
    ],
    [
      { condition: { kind: "waiting", raise: 0, clear: 0 } },
      "condition must be one whose raise is a whole number from 1 to 10000; ",
    ],
    [
      { condition: { kind: "overdue-recoveries", raise: 0 } },
      "condition must be one whose raise is a whole number from 1 to 10000; ",
    ],
    [{ condition: { kind: "wating" } }, "condition must be a condition with its kind and figures; "],
    [
      { condition: { kind: "all-of", conditions: [{ kind: "over-capacity" }] } },
      "condition must be two to five conditions, none of them twice; ",
    ],
    [
      { condition: { kind: "all-of", conditions: [{ kind: "no-data" }, { kind: "over-capacity" }] } },
      "condition must be a condition with its kind and figures; ",
    ],
    [{ scope: { kind: "group", name: "", queueIds: ["a"] } }, "scope must be a name of 1 to 100 characters; "],
    [{ severity: "loud" }, 'severity must be critical, warning or notice; "loud" came.'],
    [{ forMs: -1 }, "forMs must be milliseconds from 0 to 86400000; -1 came."],
    [{ id: "mine" }, '"id" is no field here.'],
  ])("%j is refused in words", async (wrong, words) => {
    const answer = await at.centre.as("admin").post("/api/v1/alert-rules", { ...RULE, ...wrong });
    expect([answer.status, problemOf(answer.json)]).toEqual([400, expect.stringContaining(words)]);
    const previewed = await at.centre.as("admin").post("/api/v1/alert-rules/preview", { rule: { ...RULE, ...wrong } });
    // A preview tells nobody: which channels it would tell is not its question.
    expect(previewed.status).toBe("channelIds" in wrong ? 200 : 400);
  });

  it("[AL48] are previewed on a day", async () => {
    const { status, json } = await at.centre
      .as("supervisor")
      .post("/api/v1/alert-rules/preview", { rule: RULE, day: "2026-11-19" });
    const nothing: RulePreview = { day: "2026-11-19" as RulePreview["day"], firings: [], auditedMs: 0 };
    expect([status, json]).toEqual([200, nothing]);
    expect(
      (await at.centre.as("supervisor").post("/api/v1/alert-rules/preview", { rule: RULE, day: "2026-02-31x" })).status,
    ).toBe(400);
  });
});

const silencesOf = async (who: "lead" | "lead of another queue") =>
  ((await at.centre.as(who).get("/api/v1/alerts")).json as SilencesPage).silences;

describe("[AL43] silences", () => {
  const NEW = { ruleId: null, queueIds: [NORD.queue], untilMs: SAMPLE_AT_MS + HOUR_MS, reason: "Fire drill" };

  it("begin and end, with who and why", async () => {
    const supervisor = at.centre.as("supervisor");
    const begun = await supervisor.post("/api/v1/alert-silences", NEW);
    expect([begun.status, begun.json]).toMatchObject([
      201,
      { ...NEW, ruleName: null, by: "supervisor", createdAtMs: SAMPLE_AT_MS },
    ]);
    const { id } = begun.json as SilenceView;
    expect(((await supervisor.get("/api/v1/alert-silences")).json as SilencesPage).silences).toEqual([begun.json]);
    expect(await silencesOf("lead")).toEqual([begun.json]);
    expect(await silencesOf("lead of another queue")).toEqual([]);
    expect((await supervisor.ask("DELETE", `/api/v1/alert-silences/${id}`)).status).toBe(204);
    expect((await supervisor.ask("DELETE", `/api/v1/alert-silences/${id}`)).status).toBe(404);
    expect(at.trail("alert-silence-begun", "alert-silence-ended")).toEqual([
      `supervisor alert-silence-begun all rules · ${NORD.queue} Fire drill`,
      "supervisor alert-silence-ended Fire drill",
    ]);
  });

  it("of one rule are told with its name", async () => {
    const supervisor = at.centre.as("supervisor");
    const begun = await supervisor.post("/api/v1/alert-silences", { ...NEW, ruleId: "waiting" });
    expect(begun.json).toMatchObject({ ruleId: "waiting", ruleName: "Waiting" });
    const { id } = begun.json as SilenceView;
    expect(await silencesOf("lead")).toMatchObject([{ id, ruleName: "Waiting" }]);
    expect((await supervisor.ask("DELETE", `/api/v1/alert-silences/${id}`)).status).toBe(204);
  });

  it.each([
    [{ untilMs: SAMPLE_AT_MS }, 400],
    [{ untilMs: SAMPLE_AT_MS + 1 }, 201],
    [{ untilMs: SAMPLE_AT_MS + 31 * 24 * HOUR_MS }, 201],
    [{ untilMs: SAMPLE_AT_MS + 31 * 24 * HOUR_MS + 1 }, 400],
    [{ reason: "  " }, 400],
    [{ ruleId: "nowhere" }, 400],
    [{ ruleId: "waiting", queueIds: null }, 201],
    [{ queueIds: [] }, 400],
  ])("%j: %d", async (more, status) => {
    const answer = await at.centre.as("admin").post("/api/v1/alert-silences", { ...NEW, ...more });
    expect([answer.status, answer.text]).toEqual([status, expect.anything()]);
  });
});

describe("[AL49] channels", () => {
  it.each([
    ["supervisor", "hook.example"],
    ["lead", null],
  ] as const)("a %s reads that the host is %s", async (who, host) => {
    const { channels } = (await at.centre.as(who).get("/api/v1/alerts")).json as AlertsPage;
    expect(channels).toMatchObject([{ id: "hook", host, problem: null }]);
  });

  it("are tried by an administrator, who sees what the other side said", async () => {
    const answer = await at.centre.as("admin").ask("POST", "/api/v1/alert-channels/hook/test");
    expect([answer.status, answer.json]).toEqual([
      200,
      { outcome: "delivered", status: 200, answer: "", durationMs: expect.any(Number) },
    ]);
    expect((await at.centre.as("admin").ask("POST", "/api/v1/alert-channels/nowhere/test")).status).toBe(404);
    expect(at.trail("alert-channel-tested")).toEqual(["admin alert-channel-tested hook"]);
  });
});

it("[AL43] [AL46] what the disk refuses is not done, and whoever asked is told", async () => {
  const admin = at.centre.as("admin");
  const firing = async () => ((await admin.get("/api/v1/alerts")).json as AlertsPage).firing;
  const [alert] = await firing();
  const ack = `/api/v1/alerts/${alert?.id ?? ""}/ack`;
  const before = at.trail("alert-acknowledged").length;
  at.db.exec("PRAGMA query_only = ON");
  expect((await admin.post(ack, {})).status).toBe(503);
  expect((await firing())[0]).toEqual(alert);
  at.db.exec("PRAGMA query_only = OFF");
  expect((await admin.post(ack, {})).status).toBe(200);
  at.db.exec("PRAGMA query_only = ON");
  expect((await admin.ask("DELETE", ack)).status).toBe(503);
  at.db.exec("PRAGMA query_only = OFF");
  expect((await admin.ask("DELETE", ack)).json).toMatchObject({ alert: { state: "firing" } });
  // Taking back what nobody has is no act.
  expect((await admin.ask("DELETE", ack)).status).toBe(200);
  expect([at.trail("alert-acknowledged").length - before, at.trail("alert-taken-back").length]).toEqual([1, 1]);
  at.db.exec("PRAGMA query_only = ON");
  const answers = await Promise.all([
    at.centre.as("admin").post("/api/v1/alert-rules", RULE),
    at.centre.as("admin").ask("PATCH", "/api/v1/alert-rules/waiting", { body: { enabled: false } }),
    at.centre
      .as("admin")
      .post("/api/v1/alert-silences", { ruleId: null, queueIds: null, untilMs: SAMPLE_AT_MS + 1_000, reason: "x" }),
  ]);
  at.db.exec("PRAGMA query_only = OFF");
  expect(answers.map(({ status }) => status)).toEqual([503, 503, 503]);
  expect((await rules()).rules).toMatchObject([{ id: "waiting", origin: "default" }]);
});

it("[AL50] /metrics tells of alerts and messages, by no queue's name", async () => {
  const { text } = await at.centre.as("token:metrics").get("/metrics");
  for (const line of [
    'pickup_alerts_firing{severity="warning"} 2',
    "pickup_outbox_waiting 0",
    "pickup_outbox_failed 0",
    "pickup_outbox_given_up 0",
    "pickup_alert_store_failures_total 0",
  ]) {
    expect(text).toContain(`${line}\n`);
  }
  expect(text).toMatch(/^pickup_alert_evaluations_total [1-9]/m);
  expect(text).not.toContain(NORD.queue);
});
