import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import type { Sender } from "../asked";
import { plainAddress, type TrustedProxies } from "./trusted-proxies";

export type FullSender = Sender & {
  /** The host it asked for, as the browser knows it; undefined: it named none. */
  readonly host: string | undefined;
};

/**
 * Where a request really comes from. Only a trusted proxy is believed, and of several entries the ones that trusted
 * proxies added, from the right. RFC 7239's `Forwarded` is not read: hardly a proxy sends it.
 */
export function senderOf(request: IncomingMessage, trusted: TrustedProxies): FullSender {
  const { headers, socket } = request;
  const peer = plainAddress(socket.remoteAddress ?? "");
  const encrypted = "encrypted" in socket && socket.encrypted === true;
  if (!trusted(peer)) return { address: peer, secure: encrypted, host: headers.host };
  const scheme = lastOf(headers["x-forwarded-proto"])?.toLowerCase();
  return {
    address: clientOf(peer, entriesOf(headers["x-forwarded-for"]), trusted),
    secure: scheme === undefined ? encrypted : scheme === "https",
    host: lastOf(headers["x-forwarded-host"]) ?? headers.host,
  };
}

/** Whether some proxy, trusted or not, says that it passed a request on. */
export const isForwarded = ({ headers }: IncomingMessage): boolean =>
  Object.keys(headers).some((name) => name.startsWith("x-forwarded-") || OF_PROXIES.has(name));
const OF_PROXIES = new Set(["forwarded", "x-real-ip", "via"]);

/** The first one from the right that is no proxy of ours; behind what is no address, nothing is believed. */
function clientOf(peer: string, entries: readonly string[], trusted: TrustedProxies): string {
  let client = peer;
  for (const entry of entries.toReversed()) {
    const address = addressOf(entry);
    if (address === null) return client;
    client = address;
    if (!trusted(client)) return client;
  }
  return client;
}

/** Some proxies add the port. */
function addressOf(entry: string): string | null {
  const bare = /^\[([\da-f:.]+)\](?::\d+)?$/i.exec(entry)?.[1] ?? /^([\d.]+):\d+$/.exec(entry)?.[1] ?? entry;
  return isIP(bare) === 0 ? null : plainAddress(bare);
}

const entriesOf = (header: string | readonly string[] | undefined): readonly string[] =>
  String(header ?? "")
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");

const lastOf = (header: string | readonly string[] | undefined): string | undefined => entriesOf(header).at(-1);
