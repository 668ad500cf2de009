import { isIPv4 } from "node:net";

/** Whether a host's name or address, as HOST or a socket gives it, is this machine for itself alone. */
export function isLoopback(host: string): boolean {
  const plain = host.startsWith("::ffff:") ? host.slice("::ffff:".length) : host;
  return plain === "localhost" || plain === "::1" || (isIPv4(plain) && plain.startsWith("127."));
}
