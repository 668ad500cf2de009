import { createHmac } from "node:crypto";

const PREFIX = "whsec_";
/** What Standard Webhooks asks of a key. */
const KEY_BYTES = { least: 24, most: 64 } as const;

/** The key of a secret, `whsec_` and base64; null: it is none. */
export function webhookKey(secret: string): Buffer | null {
  const text = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : "";
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null;
  const key = Buffer.from(text, "base64");
  return key.length >= KEY_BYTES.least && key.length <= KEY_BYTES.most ? key : null;
}

/** NO20: the three headers by which a receiver knows who sent it, and when. */
export function webhookHeaders(
  key: Buffer | null,
  { id, nowMs, body }: { readonly id: string; readonly nowMs: number; readonly body: string },
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(nowMs / 1_000));
  const sent = { "webhook-id": id, "webhook-timestamp": timestamp };
  if (key === null) return sent;
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { ...sent, "webhook-signature": `v1,${signature}` };
}
