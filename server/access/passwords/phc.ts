import { randomBytes } from "node:crypto";

/** How much work a password is made of: scrypt with N = 2^logN. */
export type PasswordCost = { readonly logN: number; readonly r: number; readonly p: number };

/** About 0.3 s and 32 MiB for each guess. */
export const PASSWORD_COST: PasswordCost = { logN: 15, r: 8, p: 3 };

export const SALT_BYTES = 16;
export const HASH_BYTES = 32;

/** A kept password: what it was made with stands beside it, so that the cost can rise. */
export type KeptPassword = PasswordCost & { readonly salt: Buffer; readonly hash: Buffer };

/** `$scrypt$ln=15,r=8,p=3$salt$hash`, in base64 without padding. */
export const phcText = ({ logN, r, p, salt, hash }: KeptPassword): string =>
  `$scrypt$ln=${logN},r=${r},p=${p}$${plainBase64(salt)}$${plainBase64(hash)}`;

/** @throws Error for a text that we did not write */
export function parsePhc(text: string): KeptPassword {
  const [, logN, r, p, salt, hash] = PHC.exec(text) ?? [];
  if (salt === undefined || hash === undefined) throw new Error("A kept password is in no known form");
  return {
    logN: Number(logN),
    r: Number(r),
    p: Number(p),
    salt: Buffer.from(salt, "base64"),
    hash: Buffer.from(hash, "base64"),
  };
}

/** A kept password that nobody has: comparing with it takes as long as with a real one. */
export const nobodysPassword = (cost: PasswordCost): string =>
  phcText({ ...cost, salt: randomBytes(SALT_BYTES), hash: randomBytes(HASH_BYTES) });

const PHC = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w+/]+)\$([\w+/]+)$/;
const plainBase64 = (bytes: Buffer): string => bytes.toString("base64").replace(/=+$/, "");
