import * as z from "zod";
import { section, simpleId, text, wholeNumber } from "../parts";

/** Addresses of channels are longer than names; those of Teams have hundreds of characters. */
const LONGEST = 2_000;
const isReference = (value: string): boolean => value.includes("${");
const long = (expected: string, isRight: (value: string) => boolean) =>
  z
    .string()
    .refine((value) => value.trim() !== "" && value.length <= LONGEST && (isReference(value) || isRight(value)), {
      error: expected,
    });

/** Whether it may be asked at all, `https` and private addresses decide (cross-checks, and each time it is asked). */
const isAddress = (value: string): boolean => {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password } = new URL(value);
  return (protocol === "https:" || protocol === "http:") && username === "" && password === "";
};
export const channelAddress = long("an address that begins with https://", isAddress);

/** Standard Webhooks: 24 to 64 bytes in base64. */
const isSigningSecret = (value: string): boolean => {
  const [, key = ""] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(value) ?? [];
  const bytes = Math.floor((key.replace(/=+$/, "").length * 3) / 4);
  return bytes >= 24 && bytes <= 64;
};
const signingSecret = long("whsec_ and 24 to 64 bytes in base64", isSigningSecret);

const mailAddress = text("an e-mail address such as leads@example.com", (value) =>
  /^[^\s@<>"',;:\\()[\]]+@[^\s@<>"',;:\\()[\]]+$/.test(value),
);
const hostName = text("a host name or address", (value) => !/[\s/]/.test(value));
const credential = long("a text", () => true);

const email = section({
  id: simpleId,
  kind: z.literal("email"),
  from: mailAddress,
  to: z.array(mailAddress).min(1).max(50),
  host: hostName,
  port: wholeNumber("a port", 1, 65_535).optional(),
  username: credential.optional(),
  password: credential.optional(),
  tls: z.enum(["starttls", "tls", "off"]).optional(),
});

/** Where alerts are told. */
export const channel = z.discriminatedUnion("kind", [
  section({ id: simpleId, kind: z.literal("webhook"), url: channelAddress, secret: signingSecret.optional() }),
  section({ id: simpleId, kind: z.literal("slack"), url: channelAddress }),
  section({ id: simpleId, kind: z.literal("teams"), url: channelAddress }),
  email,
]);

export type WrittenChannel = z.output<typeof channel>;
