import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** The one-time link by which the first administrator is made: `http://host:port/setup#TOKEN`. */
export type SetupLink = {
  /** What stands behind the `#`. Known to whoever reads the server's output, and kept nowhere. */
  readonly token: string;
  /** Whether it is the right one and nobody has taken it yet; from then on it is taken. */
  readonly take: (token: string) => boolean;
  /** Nothing came of it: it is good again. */
  readonly giveBack: () => void;
};

const TOKEN_BYTES = 32;

/** A new link; the one of an earlier start is worth nothing. */
export function createSetupLink(): SetupLink {
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  const right = digest(token);
  let taken = false;
  return {
    token,
    take: (given) => {
      if (taken || !timingSafeEqual(digest(given), right)) return false;
      taken = true;
      return true;
    },
    giveBack: () => {
      taken = false;
    },
  };
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
