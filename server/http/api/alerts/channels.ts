import { doerOf } from "../../asking/doer";
import { problemReply } from "../../problem";
import { jsonReply, type Reply } from "../../reply";
import type { Route } from "../../router";
import { idOf, resource } from "../access/resource";
import { type AlertParts, unlessFull } from "./parts";

/** A mail server is given 30 s by the channel itself, which can then say so. */
const WITHIN_MS = 32_000;

const noSuchChannel = (): Reply => problemReply(404, "There is no such channel.");

/** Sends a message over one channel that says it is only a test, and tells what the other side said. */
export const channelTestRoute = ({ alerts, access }: AlertParts): Route =>
  resource("/api/v1/alert-channels/{id}/test", {
    POST: async (asked) => {
      const id = idOf(asked);
      if (!alerts.channels.list().some((channel) => channel.id === id)) return noSuchChannel();
      // Written down before anything leaves the house.
      const refused = unlessFull(() => {
        access.auditTrail.write({ act: "alert-channel-tested", subject: id, detail: null, ...doerOf(asked) });
        return null;
      });
      if (refused !== null) return refused;
      const answer = await alerts.channels.test(id, AbortSignal.timeout(WITHIN_MS));
      return answer === null ? noSuchChannel() : jsonReply(200, answer);
    },
  });
