import type { AmiResponse } from "../session";
import type { AmiAction } from "./actions";

export type ListRequestsPorts = {
  readonly send: (action: AmiAction, actionId: string) => void;
  /** How many pings were sent so far. */
  readonly pingsSent: () => number;
  /** Asterisk will not list its queues yet; it is asked again. */
  readonly notYet: (message: string) => void;
  readonly problem: (what: string, sample: string) => void;
};

/**
 * Asks for the two lists that say how things stand: who waits and who serves, then which calls are up. One request at
 * a time; a refused one is repeated, and one that came broken too.
 */
export type ListRequests = {
  readonly ask: () => void;
  /** Takes an answer; false when it is not one to a request of ours. */
  readonly take: (response: AmiResponse) => boolean;
  /** Both lists are in. */
  readonly completed: () => void;
  readonly fullyBooted: () => void;
  readonly pingAnswered: (count: number) => void;
  readonly stop: () => void;
};

type Phase = "idle" | "queues-asked" | "queues-coming" | "refused";

export function createListRequests(retryMs: number, ports: ListRequestsPorts): ListRequests {
  let phase: Phase = "idle";
  let serial = 0;
  let pingsAtLastAsk = 0;
  let askAgain = false;
  let channelsRefused = false;
  let timer: NodeJS.Timeout | null = null;

  return {
    ask: () => {
      if (phase === "idle") ask();
    },
    take: (response) => {
      if (response.actionId === queuesId()) takeQueues(response);
      else if (response.actionId === channelsId()) takeChannels(response);
      else return false;
      return true;
    },
    completed: () => {
      phase = "idle";
      if (askAgain) ask();
    },
    // What was listed before the end of the start may lack queues that were loaded after.
    fullyBooted: () => {
      if (phase === "queues-coming") askAgain = true;
      else if (phase === "idle" && serial > 0) ask();
    },
    // Asterisk works through a connection's actions in their order: an answer to a later ping means the lists are out.
    pingAnswered: (count) => {
      if (phase !== "queues-coming" || count <= pingsAtLastAsk) return;
      ports.problem("The list of queues and calls came incomplete and is asked for again", queuesId());
      ask();
    },
    stop: () => {
      if (timer !== null) clearTimeout(timer);
    },
  };

  function ask(): void {
    phase = "queues-asked";
    askAgain = false;
    serial += 1;
    ports.send({ name: "QueueStatus" }, queuesId());
  }

  function takeQueues(response: AmiResponse): void {
    if (response.success) {
      phase = "queues-coming";
      pingsAtLastAsk = ports.pingsSent();
      ports.send({ name: "CoreShowChannels" }, channelsId());
      return;
    }
    phase = "refused";
    ports.notYet(response.message);
    timer = setTimeout(ask, retryMs);
  }

  function takeChannels(response: AmiResponse): void {
    if (response.success || channelsRefused) return;
    channelsRefused = true;
    ports.problem(
      "Asterisk does not list its calls to this account (write = reporting allows it): who talks is not known at a start",
      response.message,
    );
  }

  function queuesId(): string {
    return `pickup-queues-${serial}`;
  }
  function channelsId(): string {
    return `pickup-channels-${serial}`;
  }
}
