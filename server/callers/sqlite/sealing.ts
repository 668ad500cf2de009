import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import type { CallerAlias } from "../../../lib/vocabulary";

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const LENGTH_BYTES = 2;

/** Everything sealed in a column is equally long, so that it says nothing by its length and can be overwritten in place. */
const ROOM = { number: 160, end: 32 } as const;
export type Sealed = keyof typeof ROOM;

/** Bytes of a column. */
export const SEALED_BYTES = {
  number: NONCE_BYTES + TAG_BYTES + ROOM.number,
  end: NONCE_BYTES + TAG_BYTES + ROOM.end,
} as const;

export type Sealing = {
  /** Tells whether a key is the one that the vault was made with, and nothing else. */
  readonly check: Buffer;
  /** The same number, the same 32 bytes (HMAC-SHA-256), as Latin-1 text; without the key nobody can try numbers. */
  readonly digestOf: (number: string) => string;
  readonly seal: (what: Sealed, alias: CallerAlias, text: string) => Buffer;
  /** @throws Error where it was sealed for another alias, or damaged */
  readonly open: (what: Sealed, alias: CallerAlias, sealed: Buffer) => string;
};

/** Bytes that fit into a column. */
export const roomFor = (what: Sealed): number => ROOM[what] - LENGTH_BYTES;

/** AES-256-GCM, each under a nonce of its own and bound to its alias; all keys are derived from the one in the file. */
export function createSealing(masterKey: Buffer): Sealing {
  const derive = (purpose: string, bytes: number): Buffer =>
    Buffer.from(hkdfSync("sha256", masterKey, "", `pickup callers ${purpose}`, bytes));
  const digestKey = derive("digest", 32);
  const cipherKey = derive("cipher", 32);

  return {
    check: derive("check", 16),
    // UTF-16 tells apart what UTF-8 does not: halves of characters.
    digestOf: (number) => createHmac("sha256", digestKey).update(number, "utf16le").digest("binary"),
    seal: (what, alias, text) => {
      const padded = Buffer.alloc(ROOM[what]);
      padded.writeUInt16BE(padded.write(text, LENGTH_BYTES), 0);
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, cipherKey, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(boundTo(what, alias));
      return Buffer.concat([nonce, cipher.update(padded), cipher.final(), cipher.getAuthTag()]);
    },
    open: (what, alias, sealed) => {
      const decipher = createDecipheriv(CIPHER, cipherKey, sealed.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(boundTo(what, alias));
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
      const padded = Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
      return padded.toString("utf8", LENGTH_BYTES, LENGTH_BYTES + padded.readUInt16BE(0));
    },
  };
}

const boundTo = (what: Sealed, alias: CallerAlias): Buffer => Buffer.from(`${what}:${alias}`);
