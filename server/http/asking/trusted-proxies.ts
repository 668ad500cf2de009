import { BlockList, isIP, isIPv4 } from "node:net";

/** Whether what an address says of others is believed. */
export type TrustedProxies = (address: string) => boolean;

/** @param proxies addresses and networks (`10.0.0.0/8`) that `isProxy` holds for such */
export function createTrustedProxies(proxies: readonly string[]): TrustedProxies {
  const list = new BlockList();
  for (const proxy of proxies) {
    const [address = "", bits] = proxy.split("/");
    const family = isIPv4(address) ? "ipv4" : "ipv6";
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (address) => {
    const plain = plainAddress(address);
    return isIP(plain) !== 0 && list.check(plain, isIPv4(plain) ? "ipv4" : "ipv6");
  };
}

/** Whether a text is an address, or a network by its prefix; that of everybody is none. */
export function isProxy(text: string): boolean {
  const [address = "", bits, ...more] = text.split("/");
  const family = isIP(address);
  if (family === 0 || address.includes("%") || more.length > 0) return false;
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

/** `::ffff:10.0.0.9` is `10.0.0.9` on a socket for both families. */
export const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, "");
