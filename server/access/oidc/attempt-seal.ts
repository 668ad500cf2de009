import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { Clock } from "../../clock";

/** A sign-in that has begun and waits for the provider's answer. */
export type Attempt = {
  readonly state: string;
  readonly nonce: string;
  /** Of the code that the provider will give (PKCE). */
  readonly verifier: string;
  /** Where to go afterwards, a path of this server. */
  readonly next: string;
};

/** Attempts as the browsers themselves keep them: sealed, for ten minutes, each good for one answer. */
export type AttemptSeal = {
  readonly seal: (attempt: Attempt) => string;
  /** @returns null: it is none of ours, too old, or was taken before */
  readonly take: (sealed: string | null) => Attempt | null;
};

export const ATTEMPT_MS = 10 * 60_000;
const ALGORITHM = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** Taken ones that are remembered; should more be taken in time, code and nonce are still good only once. */
const REMEMBERED = 10_000;

/** With a key that ends with the process: so do the attempts. */
export function createAttemptSeal(clock: Clock): AttemptSeal {
  const key = randomBytes(32);
  const taken = new Set<string>();

  const open = (sealed: string): (Attempt & { readonly atMs: number }) | null => {
    const bytes = Buffer.from(sealed, "base64url");
    if (bytes.length <= IV_BYTES + TAG_BYTES) return null;
    const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    try {
      const text = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
      // What opens was sealed here.
      return JSON.parse(text.toString("utf8")) as Attempt & { readonly atMs: number };
    } catch {
      return null;
    }
  };

  return {
    seal: (attempt) => {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES });
      const text = JSON.stringify({ ...attempt, atMs: clock.nowMs() });
      const hidden = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), hidden]).toString("base64url");
    },
    take: (sealed) => {
      const opened = sealed === null ? null : open(sealed);
      if (opened === null) return null;
      const { atMs, ...attempt } = opened;
      const ageMs = clock.nowMs() - atMs;
      if (ageMs < 0 || ageMs >= ATTEMPT_MS || taken.has(attempt.state)) return null;
      taken.add(attempt.state);
      if (taken.size > REMEMBERED) {
        const [oldest] = taken;
        if (oldest !== undefined) taken.delete(oldest);
      }
      return attempt;
    },
  };
}
