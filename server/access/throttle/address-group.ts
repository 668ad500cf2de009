import { isIPv4, isIPv6 } from "node:net";

/**
 * Whom wrong tries are counted for: an IPv4 address, or the first 64 bits of an IPv6 one, because whoever has one of
 * those has all of them.
 */
export function addressGroup(address: string): string {
  const plain = address.split("%")[0] ?? "";
  if (isIPv4(plain)) return plain;
  if (!isIPv6(plain)) return plain.slice(0, 64);
  const parts = partsOf(plain);
  const [high = 0, low = 0] = parts.slice(6);
  const isMapped = parts.slice(0, 5).every((part) => part === 0) && parts[5] === 0xff_ff;
  if (isMapped) return [high >> 8, high & 255, low >> 8, low & 255].join(".");
  return `${parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(":")}::/64`;
}

/** Its eight parts, those between two colons filled in. */
function partsOf(address: string): readonly number[] {
  const [left = "", right] = address.split("::");
  const before = numbersOf(left);
  const after = right === undefined ? [] : numbersOf(right);
  return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => 0), ...after];
}

const numbersOf = (text: string): readonly number[] =>
  text === "" ? [] : text.split(":").flatMap((part) => (isIPv4(part) ? pairOf(part) : [Number.parseInt(part, 16)]));

function pairOf(dotted: string): readonly number[] {
  const [a = 0, b = 0, c = 0, d = 0] = dotted.split(".").map(Number);
  return [a * 256 + b, c * 256 + d];
}
