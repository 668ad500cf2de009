import ipaddr from "ipaddr.js";

/** `public`: out on the internet; `private`: in a network of one's own, or this machine; `never`: nothing that is told anything. */
export type AddressKind = "public" | "private" | "never";

const PRIVATE: ReadonlySet<string> = new Set(["private", "loopback", "carrierGradeNat", "uniqueLocal"]);
/** All of the internet's own addresses of the newer kind are in here; what is outside is not given out. */
const GIVEN_OUT = ipaddr.IPv6.parseCIDR("2000::/3");
/** Where clouds tell their machines who they are; the others lie among what is `never` as it is. */
const METADATA: ReadonlySet<string> = new Set(["168.63.129.16", "100.100.100.200", "fd00:ec2::254"]);

/** NO1: @param address an IP address in any notation; what is none is `never` */
export function kindOfAddress(address: string): AddressKind {
  if (!ipaddr.isValid(address)) return "never";
  // An older address in the clothes of a newer one is judged as what it is.
  const parsed = ipaddr.process(address);
  if (METADATA.has(parsed.toString())) return "never";
  const range = parsed.range();
  if (PRIVATE.has(range)) return "private";
  if (range !== "unicast") return "never";
  return parsed instanceof ipaddr.IPv6 && !parsed.match(GIVEN_OUT) ? "never" : "public";
}
