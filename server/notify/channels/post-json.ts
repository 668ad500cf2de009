import type { Clock } from "../../clock";
import type { SendOutcome } from "../channel";
import { ask, type Outgoing } from "../outgoing/ask";
import { httpOutcome } from "./http-outcome";

/** Sends JSON to an address of the configuration. */
export async function postJson(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  { outgoing, clock, signal }: { readonly outgoing: Outgoing; readonly clock: Clock; readonly signal: AbortSignal },
): Promise<SendOutcome> {
  const named = { "content-type": "application/json; charset=utf-8", "user-agent": "Pickup", ...headers };
  const asked = await ask({ url, method: "POST", headers: named, body }, outgoing, signal);
  return httpOutcome(asked, url, clock.nowMs());
}
