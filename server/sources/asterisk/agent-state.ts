import { AGENT_STATES, type AgentState } from "../../../lib/events";

/** What is known of a member's telephone and calls at one instant. */
export type Situation = {
  /** Asterisk's device state. */
  readonly device: number;
  readonly paused: boolean;
  readonly pausedReason: string | null;
  /** In a call of any of his queues. */
  readonly inQueueCall: boolean;
  /** The telephone is in use, and has been without a queue call for so long that it is not about to get one. */
  readonly inOwnCall: boolean;
  readonly inWrapUp: boolean;
};

export type ShownState = { readonly state: AgentState; readonly reason: string | null };

const OWN_CALL = "own call";
const [UNKNOWN, IN_USE, BUSY, INVALID, UNAVAILABLE, RINGING, RINGING_IN_USE, ON_HOLD] = [0, 2, 3, 4, 5, 6, 7, 8];

export const isInUse = (device: number): boolean =>
  device === IN_USE || device === BUSY || device === RINGING_IN_USE || device === ON_HOLD;

/** AG1: what a board shows of it. A call comes before everything, a pause before a telephone that is away. */
export function stateOf(situation: Situation): ShownState {
  const { device, paused, pausedReason, inQueueCall, inOwnCall, inWrapUp } = situation;
  if (inQueueCall) return plain("on-contact");
  if (isInUse(device)) return inOwnCall ? { state: "on-contact", reason: OWN_CALL } : plain("on-contact");
  if (device === RINGING) return plain("ringing");
  const isAway = device === INVALID || device === UNAVAILABLE;
  if (inWrapUp && !isAway) return plain("wrap-up");
  if (paused) return { state: "paused", reason: pausedReason };
  if (isAway) return plain("logged-out");
  return plain(device === UNKNOWN ? "not-reported" : "available");
}

const PLAIN = new Map(AGENT_STATES.map((state) => [state, { state, reason: null }]));
const plain = (state: AgentState): ShownState => PLAIN.get(state) ?? { state, reason: null };
