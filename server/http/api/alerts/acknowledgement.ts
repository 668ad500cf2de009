import * as z from "zod";
import { ACK_MINUTES } from "../../../../lib/alerts/alert-api";
import type { AlertView } from "../../../../lib/alerts/alert-types";
import { assertNever } from "../../../../lib/vocabulary";
import { sightOfAlerts } from "../../../access/sight";
import type { Acknowledged, SignedAct } from "../../../alerts/alerts";
import type { Asked } from "../../asked";
import { doerOf } from "../../asking/doer";
import { problemReply } from "../../problem";
import { checkBody } from "../../reading/checked-body";
import { fields } from "../../reading/fields";
import { jsonReply, type Reply } from "../../reply";
import type { Route } from "../../router";
import { idOf, resource } from "../access/resource";
import { type AlertParts, noSuchAlert, signerOf, unlessFull } from "./parts";
import { subjectLine } from "./subject-line";

const MINUTES = `a whole number of minutes from ${ACK_MINUTES.least} to ${ACK_MINUTES.most}`;
const BODY = fields({
  minutes: z
    .number({ error: MINUTES })
    .refine((value) => Number.isInteger(value) && value >= ACK_MINUTES.least && value <= ACK_MINUTES.most, {
      error: MINUTES,
    })
    .exactOptional(),
});

/** Somebody has seen to an alert, and all screens are calm; or he has not after all. */
export const acknowledgementRoute = (parts: AlertParts): Route =>
  resource("/api/v1/alerts/{id}/ack", {
    POST: (asked) => acknowledge(asked, parts),
    DELETE: (asked) =>
      unlessFull(() => replyTo(parts.alerts.takeBack(idOf(asked), signed(asked, "alert-taken-back", parts)))),
  });

function acknowledge(asked: Asked, parts: AlertParts): Reply {
  const body = checkBody(BODY, asked.body ?? {});
  if (body.kind === "refused") return body.reply;
  const { minutes = null } = body.values;
  return unlessFull(() =>
    replyTo(parts.alerts.acknowledge(idOf(asked), minutes, signed(asked, "alert-acknowledged", parts))),
  );
}

function signed(
  asked: Asked,
  act: "alert-acknowledged" | "alert-taken-back",
  { access: { auditTrail } }: AlertParts,
): SignedAct {
  const doer = doerOf(asked);
  return {
    by: signerOf(doer),
    sight: sightOfAlerts(asked.principal),
    audited: (alert: AlertView) => auditTrail.write({ act, subject: subjectLine(alert), detail: null, ...doer }),
  };
}

function replyTo(answer: Acknowledged): Reply {
  switch (answer.kind) {
    case "done":
      return jsonReply(200, { alert: answer.alert });
    case "over":
      return problemReply(409, "This alert is over.");
    case "unknown":
      return noSuchAlert();
    default:
      return assertNever(answer);
  }
}
