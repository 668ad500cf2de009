import type { AuditAct } from "../../../../../lib/access/access-types";
import { SAMPLE_AT_MS } from "../../../../../lib/testing/board-samples";
import { openOwnDatabase, type OwnDatabase } from "../../../../store/libsql/own-database";
import type { RunningAlerts } from "../../../../alerts/create-alerts";
import { ALERTS_FORM, alertStoreIn } from "../../../../alerts/store/open-alerts";
import { createMemoryVault } from "../../../../callers/memory-vault";
import { alertsOfOffice } from "../../../matrix/testing/alerts";
import { type Floor, NORD, openFloor, type Side, SUED } from "../../../matrix/testing/floor";
import { type Centre, startCentre } from "../../../testing/centre";

/** The whole server over a real pipeline, where an alert fires on either side of the floor. */
export type AlertCentre = {
  readonly centre: Centre;
  readonly alerts: RunningAlerts;
  readonly floor: Floor;
  readonly db: OwnDatabase;
  /** The id of what fires of a side. */
  readonly alertOf: (side: Side) => string;
  /** Who did what of these acts, the oldest first: `admin alert-acknowledged Waiting · nord-queue`. */
  readonly trail: (...acts: readonly AuditAct[]) => readonly string[];
  readonly stop: () => Promise<void>;
};

export async function startAlertCentre(): Promise<AlertCentre> {
  const opened = openOwnDatabase(":memory:", ALERTS_FORM);
  if (opened.kind === "refused") throw new Error(opened.message);
  const { db } = opened;
  const store = alertStoreIn(db);
  const clock = { nowMs: () => SAMPLE_AT_MS };
  const alerts = alertsOfOffice(store, clock);
  const vault = createMemoryVault();
  const floor = await openFloor(vault, alerts);
  const centre = await startCentre({
    feed: floor.feed,
    alerts,
    vault,
    cast: { ownQueue: NORD.queue, anotherQueue: SUED.queue, screen: NORD.board, otherScreen: SUED.board },
  });
  return {
    centre,
    alerts,
    floor,
    db,
    alertOf: ({ queue }) => {
      const alert = alerts.firing().find(({ subject }) => subject.kind === "queue" && subject.queueId === queue);
      if (alert === undefined) throw new Error(`nothing fires of ${queue}`);
      return alert.id;
    },
    trail: (...acts) =>
      [...centre.access.auditTrail.all()]
        .filter(({ act }) => acts.includes(act))
        .map(({ actor, act, subject, detail }) => [actor.name, act, subject, detail].filter(Boolean).join(" ")),
    stop: async () => {
      await centre.stop();
      await floor.feed.close();
      store.close();
    },
  };
}
