import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { HASH_BYTES, nobodysPassword, parsePhc, phcText, SALT_BYTES, type PasswordCost } from "./phc";
import { createTurns } from "./turns";

/** Makes and compares kept passwords, never more than two at once: the rest of the server goes on meanwhile. */
export type Passwords = {
  readonly keep: (password: string) => Promise<string>;
  /**
   * Takes as long where nothing is kept. `ahead`: before those who are strangers.
   * @returns `busy`: too many wait already, nothing was compared
   */
  readonly compare: (password: string, kept: string | null, ahead: boolean) => Promise<"same" | "different" | "busy">;
  /** It was made with another cost than passwords are now. */
  readonly isOutdated: (kept: string) => boolean;
};

const AT_ONCE = 2;
/** About five seconds of work. */
const WAITING = 32;
/** What nobody has as a password is not looked at. */
const LONGEST = 1_000;

export function createPasswords(cost: PasswordCost): Passwords {
  const turns = createTurns({ atOnce: AT_ONCE, waiting: WAITING });
  const nobodys = nobodysPassword(cost);

  return {
    keep: async (password) => {
      const salt = randomBytes(SALT_BYTES);
      const hash = await turns.take(() => derive(password, salt, cost), true);
      if (hash === null) throw new Error("Who is ahead was not let in");
      return phcText({ ...cost, salt, hash });
    },
    compare: async (password, kept, ahead) => {
      const isPossible = kept !== null && password.length <= LONGEST;
      const { salt, hash, ...itsCost } = parsePhc(isPossible ? kept : nobodys);
      const derived = await turns.take(() => derive(isPossible ? password : "", salt, itsCost), ahead);
      if (derived === null) return "busy";
      return timingSafeEqual(derived, hash) && isPossible ? "same" : "different";
    },
    isOutdated: (kept) => {
      const { logN, r, p } = parsePhc(kept);
      return logN !== cost.logN || r !== cost.r || p !== cost.p;
    },
  };
}

/** Two keyboards spell the same letter in two ways: NFKC makes them one. */
function derive(password: string, salt: Buffer, { logN, r, p }: PasswordCost): Promise<Buffer> {
  const N = 2 ** logN;
  const maxmem = 256 * r * (N + p) + 1_048_576;
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFKC"), salt, HASH_BYTES, { N, r, p, maxmem }, (error, hash) => {
      if (error === null) resolve(hash);
      else reject(error);
    });
  });
}
