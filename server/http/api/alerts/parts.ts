import type { KeptSilence, SilenceView } from "../../../../lib/alerts/alert-api";
import type { Access, Doer } from "../../../access/access";
import type { Alerts } from "../../../alerts/alerts";
import type { QueueId } from "../../../../lib/vocabulary";
import { errorText, isWriteRefused } from "../../../store/libsql/errors";
import { problemReply } from "../../problem";
import type { Reply } from "../../reply";

export type AlertParts = {
  readonly alerts: Alerts;
  readonly access: Pick<Access, "auditTrail">;
  readonly queues: () => readonly { readonly id: QueueId; readonly name: string }[];
};

/** What screens call whoever did it; at the demonstration nobody has a name. */
export const signerOf = ({ actor }: Doer): string => (actor.name === "" ? "Demo" : actor.name);

/** A silence with its rule as people know it. */
export const silenceView = (silence: KeptSilence, { rules }: Pick<Alerts, "rules">): SilenceView => ({
  ...silence,
  ruleName: silence.ruleId === null ? null : (rules.byId(silence.ruleId)?.name ?? null),
});

/** What cannot be written is not done, and whoever asked is told so. */
export function unlessFull<Done>(act: () => Done): Done | Reply {
  try {
    return act();
  } catch (error) {
    if (!isWriteRefused(error)) throw error;
    return problemReply(503, `Nothing was changed: it cannot be written now (${errorText(error)}). Try again later.`);
  }
}

/** The same words for what is not there and for what is not his. */
export const noSuchAlert = (): Reply => problemReply(404, "There is no such alert.");
