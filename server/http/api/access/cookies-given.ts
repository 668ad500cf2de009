import type { SignIn } from "../../../access/access";
import type { Asked } from "../../asked";
import { DEVICE_COOKIE, DISPLAY_COOKIE, PAIRING_COOKIE, SESSION_COOKIE } from "../../cookie-names";
import { type SetCookie, withCookies } from "../../cookies";
import type { Reply } from "../../reply";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** No longer than a session lasts at most. */
const SESSION_MS = 7 * DAY_MS;
/** As long as browsers keep any cookie; a display's is given anew with each renewal. */
const LONGEST_MS = 400 * DAY_MS;
/** Longer than a code is good, so that one entered in its last second still lets in a television that was asleep. */
const PAIRING_MS = HOUR_MS;

type Given = (reply: Reply, secret: string, asked: Asked) => Reply;
type Forgotten = (reply: Reply, asked: Asked) => Reply;

const kept =
  (name: string, maxAgeMs: number): Given =>
  (reply, value, asked) =>
    withCookies(reply, [{ name, value, maxAgeMs }], asked);
const forgotten =
  (name: string): Forgotten =>
  (reply, asked) =>
    withCookies(reply, [{ name, value: null, maxAgeMs: 0 }], asked);

export const withDisplay = kept(DISPLAY_COOKIE, LONGEST_MS);
export const withPairing = kept(PAIRING_COOKIE, PAIRING_MS);
export const forgetSession = forgotten(SESSION_COOKIE);
export const forgetDisplay = forgotten(DISPLAY_COOKIE);
export const forgetPairing = forgotten(PAIRING_COOKIE);

/** The session, and that this browser has been this account's, where that is kept. */
export function withSession(reply: Reply, signedIn: Extract<SignIn, { kind: "signed-in" }>, asked: Asked): Reply {
  const { token, device } = signedIn;
  const cookies: readonly SetCookie[] = [
    { name: SESSION_COOKIE, value: token, maxAgeMs: SESSION_MS },
    ...(device === null ? [] : [{ name: DEVICE_COOKIE, value: device, maxAgeMs: LONGEST_MS }]),
  ];
  return withCookies(reply, cookies, asked);
}
