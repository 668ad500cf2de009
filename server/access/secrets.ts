import { createHash, randomBytes, randomInt, timingSafeEqual } from "node:crypto";

const SECRET_BYTES = 32;
/** Digits and small letters without those that are taken for one another. */
const ID_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";
const ID_LENGTH = 10;

/** What a cookie, a link or a script carries: 32 random bytes as base64url, 43 characters. */
export const newSecret = (): string => randomBytes(SECRET_BYTES).toString("base64url");

/** How a secret is kept: SHA-256. It is random enough that nothing slower is needed. */
export const hashSecret = (secret: string): Buffer => createHash("sha256").update(secret, "utf8").digest();

/** Names a row: short, random, of no meaning; no secret. */
export const newId = (): string =>
  Array.from({ length: ID_LENGTH }, () => ID_ALPHABET[randomInt(ID_ALPHABET.length)]).join("");

/** Whether two secrets are the same, in a time that says nothing about where they differ. */
export const sameSecret = (a: string, b: string): boolean => timingSafeEqual(hashSecret(a), hashSecret(b));
