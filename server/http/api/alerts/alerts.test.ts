import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AlertsPage } from "../../../../lib/alerts/alert-api";
import type { BoardSnapshot } from "../../../../lib/metrics/snapshot-types";
import { MAIN_BOARD } from "../../../../lib/vocabulary";
import { NORD, SUED } from "../../matrix/testing/floor";
import type { Who } from "../../testing/cast";
import { type AlertCentre, startAlertCentre } from "./testing/alert-centre";

let at: AlertCentre;
beforeAll(async () => {
  at = await startAlertCentre();
});
afterAll(() => at.stop());

const page = async (who: Who, query = ""): Promise<AlertsPage> =>
  (await at.centre.as(who).get(`/api/v1/alerts${query}`)).json as AlertsPage;
const boardOf = async (who: Who, board: string): Promise<BoardSnapshot> =>
  (await at.centre.as(who).get(`/api/v1/boards/${board}/snapshot`)).json as BoardSnapshot;
const statesOn = async (who: Who, board: string): Promise<readonly string[]> =>
  (await boardOf(who, board)).alerts.map(({ subjectName, state }) => `${subjectName} ${state}`);

describe("[AL41] GET /api/v1/alerts", () => {
  it("tells everybody who may ask what fires where he may look", async () => {
    for (const who of ["admin", "supervisor", "analyst", "token:read"] as const) {
      expect((await page(who)).firing.map(({ subjectName }) => subjectName)).toEqual([NORD.queue, SUED.queue]);
    }
    expect((await page("lead")).firing).toMatchObject([
      { subjectName: NORD.queue, evidence: { kind: "waiting", waiting: 1 } },
    ]);
    expect((await page("lead of another queue")).firing).toMatchObject([{ subjectName: SUED.queue }]);
  });

  it("with the channels, whose hosts a lead is not told, the board's own rate, and no page beyond the last", async () => {
    const told = await page("lead");
    expect(told).toMatchObject({ past: [], next: null, silences: [] });
    expect([told.rate.lastHour.audible, (await page("admin")).rate.lastHour.audible]).toEqual([1, 2]);
    expect(told.channels).toEqual([
      {
        id: "hook",
        kind: "webhook",
        host: null,
        waiting: 0,
        givenUp: 0,
        waitingSinceMs: null,
        lastDeliveredAtMs: null,
        problem: null,
      },
    ]);
    expect((await at.centre.as("admin").get("/api/v1/alerts?limit=0")).status).toBe(400);
    expect((await at.centre.as("admin").get("/api/v1/alerts?after=x")).status).toBe(400);
  });

  it("boards and displays carry those of their queues", async () => {
    expect(await statesOn("display", NORD.board)).toEqual([`${NORD.queue} firing`]);
    expect(await statesOn("other display", SUED.board)).toEqual([`${SUED.queue} firing`]);
    expect(await statesOn("supervisor", MAIN_BOARD)).toHaveLength(2);
    expect(await statesOn("lead", MAIN_BOARD)).toEqual([`${NORD.queue} firing`]);
  });
});

describe("[AL43] acknowledging over HTTP", () => {
  it("calms every board that has the alert, at once, and stands in the audit trail", async () => {
    const path = `/api/v1/alerts/${at.alertOf(NORD)}/ack`;
    const { revision } = await boardOf("supervisor", MAIN_BOARD);
    const answer = await at.centre.as("lead").post(path, { minutes: 45 });
    expect([answer.status, answer.json]).toMatchObject([
      200,
      { alert: { state: "acknowledged", acknowledgement: { by: "lead" } } },
    ]);
    expect(await statesOn("supervisor", MAIN_BOARD)).toEqual([`${NORD.queue} acknowledged`, `${SUED.queue} firing`]);
    expect(await statesOn("display", NORD.board)).toEqual([`${NORD.queue} acknowledged`]);
    expect((await boardOf("supervisor", MAIN_BOARD)).revision.number).toBe(revision.number + 1);

    const back = await at.centre.as("supervisor").ask("DELETE", path);
    expect([back.status, back.json]).toMatchObject([200, { alert: { state: "firing", acknowledgement: null } }]);
    expect(await statesOn("display", NORD.board)).toEqual([`${NORD.queue} firing`]);
    expect(at.trail("alert-acknowledged", "alert-taken-back")).toEqual([
      `lead alert-acknowledged Waiting · ${NORD.queue}`,
      `supervisor alert-taken-back Waiting · ${NORD.queue}`,
    ]);
  });

  it("holds for half an hour where nothing is said, and takes 5 to 480 minutes", async () => {
    const path = `/api/v1/alerts/${at.alertOf(SUED)}/ack`;
    const { json } = await at.centre.as("admin").ask("POST", path);
    const { alert } = json as { readonly alert: AlertsPage["firing"][number] };
    const { atMs = 0, untilMs = 0 } = alert.acknowledgement ?? {};
    expect(untilMs - atMs).toBe(30 * 60_000);
    for (const [minutes, status] of [
      [4, 400],
      [5, 200],
      [480, 200],
      [481, 400],
      [7.5, 400],
      ["5", 400],
      [null, 400],
    ] as const) {
      expect([minutes, (await at.centre.as("admin").post(path, { minutes })).status]).toEqual([minutes, status]);
    }
    expect((await at.centre.as("admin").post(path, { minuets: 30 })).status).toBe(400);
    expect((await at.centre.as("admin").ask("DELETE", path)).status).toBe(200);
  });

  it("of an alert that is another's is the same as of one that is nowhere", async () => {
    const answers = await Promise.all(
      [at.alertOf(SUED), "nowhere"].map((id) => at.centre.as("lead").post(`/api/v1/alerts/${id}/ack`, {})),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect(answers[0]?.text).toBe(answers[1]?.text);
    expect(await statesOn("other display", SUED.board)).toEqual([`${SUED.queue} firing`]);
  });
});
