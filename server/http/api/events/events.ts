import type { SourceEvent } from "../../../../lib/events";
import type { SourceId } from "../../../../lib/vocabulary";
import type { Clock } from "../../../clock";
import type { EventIntake } from "../../../sources/http/event-intake";
import type { Asked } from "../../asked";
import { problemReply } from "../../problem";
import { jsonReply, type Reply } from "../../reply";
import type { Route } from "../../router";
import { type EventsBody, readEventsBody } from "./events-body";
import { createRequestRate } from "./request-rate";
import { readSentEvents } from "./sent-events";
import { type RejectedEvent, sortEvents } from "./sort-events";

export type EventsParts = { readonly intake: EventIntake; readonly clock: Clock };

/** What became of what was sent. */
export type EventsAnswer = {
  readonly accepted: number;
  /** Told before, with the same source and id. */
  readonly duplicates: number;
  readonly rejected: readonly RejectedEvent[];
};

/** Others tell what happened. The answer comes once all of it that is right is on the disk. */
export function eventsRoute({ intake, clock }: EventsParts): Route {
  const mayAsk = createRequestRate();

  const take = async (asked: Asked): Promise<Reply> => {
    const nowMs = clock.nowMs();
    const { principal } = asked;
    if (!mayAsk(principal.kind === "token" ? principal.tokenId : "", nowMs)) {
      return problemReply(429, "Too many requests; send more events in each.", { "retry-after": "1" });
    }
    // Only `readEventsBody` makes it.
    const sent = readSentEvents(asked.body as EventsBody);
    if (sent.kind === "refused") return sent.reply;
    if (sent.events.length === 0) return signOfLife(asked.url);
    const { told, rejected, rejections } = sortEvents(sent.events, { sourceIds: intake.sourceIds, nowMs });
    const reply = told.size === 0 ? nothingRight(rejected) : await tell(told, rejected);
    if (reply.status !== 503) {
      for (const [id, { count, why }] of rejections) intake.reject(id, count, why);
    }
    return reply;
  };

  const tell = async (
    told: ReadonlyMap<SourceId, readonly SourceEvent[]>,
    rejected: readonly RejectedEvent[],
  ): Promise<Reply> => {
    const kept = await intake.tell(told);
    if (kept.kind === "refused") return notNow(kept.retryInMs);
    const { accepted, duplicates } = kept;
    return accepts({ accepted, duplicates, rejected });
  };

  /** Nothing happened, and the sender lives. */
  const signOfLife = async (url: string): Promise<Reply> => {
    const { sourceIds } = intake;
    const named = new URLSearchParams(url.split("?")[1] ?? "").get("source");
    const id = named === null && sourceIds.length === 1 ? sourceIds[0] : sourceIds.find((one) => one === named);
    if (id === undefined) {
      const sources = sourceIds.length === 0 ? "none is configured" : sourceIds.join(", ");
      return problemReply(400, `No events are a sign of life of a source: say of which by ?source= (${sources}).`);
    }
    return tell(new Map([[id, []]]), []);
  };

  return { path: "/api/v1/events", handlers: new Map([["POST", take]]), readBody: readEventsBody };
}

const accepts = (answer: EventsAnswer): Reply => jsonReply(202, answer);

/** 400; `rejected` says of each what is wrong with it. */
function nothingRight(rejected: readonly RejectedEvent[]): Reply {
  const detail =
    rejected.length === 1 ? `The event is wrong. ${rejected[0]?.problem ?? ""}` : "None of the events is right.";
  const document = { type: "about:blank", title: "Bad Request", status: 400, detail, rejected };
  return { ...problemReply(400, detail), body: JSON.stringify(document) };
}

const notNow = (retryInMs: number): Reply =>
  problemReply(503, "Nothing of this could be kept just now; send all of it again.", {
    "retry-after": String(Math.max(1, Math.ceil(retryInMs / 1_000))),
  });
