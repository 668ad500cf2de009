import { lookup } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import { kindOfAddress } from "./address-kind";

export type FoundAddress = { readonly address: string; readonly family: number };
/** Name to addresses; rejects when there are none. */
export type Resolve = (name: string) => Promise<readonly FoundAddress[]>;

export type Found =
  /** Every one of them may be asked. */
  | { readonly kind: "found"; readonly addresses: readonly FoundAddress[] }
  | { readonly kind: "forbidden"; readonly why: string }
  | { readonly kind: "unknown"; readonly why: string };

/** As this machine finds names: its own list of hosts, then DNS. */
export const resolveName: Resolve = (name) => lookup(name, { all: true, verbatim: true });

/**
 * NO1: where a host lies, if all of its addresses may be asked.
 * @param host a name or an IP address without brackets
 */
export async function findAddresses(host: string, privateAddresses: boolean, resolve: Resolve): Promise<Found> {
  let addresses: readonly FoundAddress[];
  try {
    addresses = isIP(host) === 0 ? await resolve(host) : [{ address: host, family: isIP(host) }];
  } catch {
    return { kind: "unknown", why: "the name of the host is not known" };
  }
  if (addresses.length === 0) return { kind: "unknown", why: "the name of the host is not known" };
  const kinds = new Set(addresses.map(({ address }) => kindOfAddress(address)));
  if (kinds.has("never")) return { kind: "forbidden", why: "the host lies where nothing may be sent" };
  if (kinds.has("private") && !privateAddresses) {
    return { kind: "forbidden", why: "the host lies in a private network; alerts.privateAddresses allows that" };
  }
  return { kind: "found", addresses };
}

/**
 * For a socket: knows these addresses and no others, so that it connects to what was tested, whatever the name stands
 * for by then.
 */
export const onlyThese =
  (addresses: readonly FoundAddress[]): LookupFunction =>
  (_name, options, done) => {
    const [first] = addresses;
    if (options.all === true || first === undefined) done(null, [...addresses]);
    else done(null, first.address, first.family);
  };
