import { type PairingState, type PairingView, PAIRING_GOOD_FOR_MS } from "../../../../lib/access/access-types";
import type { Answer } from "../../../access/ask";
import type { KeptCode } from "./kept-code";

/** Why a screen has no code to show, or cannot ask about the one it shows. */
export type Trouble =
  | { readonly kind: "no-server" }
  /** Too many screens wait for a code. */
  | { readonly kind: "too-many" }
  /** What the browser was given to know the code again it did not keep. */
  | { readonly kind: "no-cookies" }
  | { readonly kind: "refused"; readonly detail: string };

/** How a screen stands that wants to be let in. */
export type Pairing =
  | { readonly kind: "waiting"; readonly code: KeptCode | null; readonly trouble: Trouble | null }
  /** Somebody entered its code; it is a display now. */
  | { readonly kind: "let-in" };

export type PairingParts = {
  readonly offer: () => Promise<Answer<PairingView>>;
  readonly claim: () => Promise<Answer<PairingState>>;
  /** This device's clock, epoch ms. */
  readonly nowMs: () => number;
  /** Where the code outlasts a reload of the page. */
  readonly kept: { readonly read: () => KeptCode | null; readonly write: (code: KeptCode | null) => void };
  /** Resolves after so long, and not before the screen is seen; ms. */
  readonly pause: (ms: number) => Promise<void>;
  /** 0 to 1: screens that were switched on together do not ask together. */
  readonly random: () => number;
  readonly tell: (pairing: Pairing) => void;
  /** The browser holds a display's token from now on. */
  readonly letIn: () => Promise<void>;
  readonly stopped: () => boolean;
};

const CLAIM_EVERY_MS = 2_000;
const JITTER_MS = 600;
const AGAIN_AFTER_MS = 5_000;
const AGAIN_WITHOUT_COOKIES_MS = 60_000;
/** A page that is still there then is shown by a browser that is somebody else first. */
const LET_IN_WITHIN_MS = 20_000;

/** Shows a code, asks whether somebody entered it, and gets a new one when its time is over, for as long as it takes. */
export async function followPairing(parts: PairingParts): Promise<void> {
  const { kept, tell, stopped } = parts;
  let code = kept.read();
  /** It was given its code by this page, and has not been asked about yet. */
  let fresh = false;
  const keep = (next: KeptCode | null): void => {
    code = next;
    kept.write(next);
  };
  const say = (trouble: Trouble | null): void => tell({ kind: "waiting", code, trouble });

  await parts.pause(0);
  while (!stopped()) {
    if (code === null) {
      const offered = await parts.offer();
      if (stopped()) return;
      if (offered.kind === "ok") {
        keep({ code: offered.value.code, goodUntilMs: parts.nowMs() + PAIRING_GOOD_FOR_MS });
        fresh = true;
        say(null);
      } else {
        say(troubleOf(offered));
        const afterMs = offered.kind === "refused" ? offered.retryAfterMs : null;
        await parts.pause((afterMs ?? AGAIN_AFTER_MS) + parts.random() * JITTER_MS);
        continue;
      }
    } else say(null);

    for (let asking = true; asking && !stopped();) {
      await parts.pause(CLAIM_EVERY_MS + (parts.random() - 0.5) * JITTER_MS);
      if (stopped()) return;
      const claimed = await parts.claim();
      if (stopped()) return;
      if (claimed.kind !== "ok") {
        // Without an answer a code is shown for as long as it can be good.
        if (code !== null && parts.nowMs() >= code.goodUntilMs) keep(null);
        say(troubleOf(claimed));
        await parts.pause(AGAIN_AFTER_MS - CLAIM_EVERY_MS);
        continue;
      }
      // A clock that was set may have taken a good code: then this screen needs another.
      asking = claimed.value.state === "waiting" && code !== null;
      if (asking) say(null);
      else if (claimed.value.state === "waiting") keep(null);
      else if (claimed.value.state === "paired") {
        keep(null);
        tell({ kind: "let-in" });
        await parts.letIn();
        await parts.pause(LET_IN_WITHIN_MS);
      } else {
        keep(null);
        if (fresh) {
          say({ kind: "no-cookies" });
          await parts.pause(AGAIN_WITHOUT_COOKIES_MS);
        }
      }
      fresh = false;
    }
  }
}

function troubleOf(answer: Exclude<Answer<unknown>, { readonly kind: "ok" }>): Trouble {
  if (answer.kind === "no-answer" || answer.status >= 500) return { kind: "no-server" };
  return answer.status === 429 ? { kind: "too-many" } : { kind: "refused", detail: answer.detail };
}
