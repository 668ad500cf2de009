import { networkInterfaces } from "node:os";
import { isLoopback } from "../loopback";

/**
 * What to tell whoever started the server: where the boards are, and loudly who else can see them.
 * @param host what it listens on, `127.0.0.1` or `0.0.0.0`
 */
export function describeAddresses(host: string, port: number): readonly string[] {
  const here = `http://localhost:${port}`;
  if (isLoopback(host)) return [`Pickup is on ${here} (the wall: ${here}/wall), for this machine only.`];
  const everywhere = host === "0.0.0.0" || host === "::";
  const others = everywhere ? lanAddresses() : [host];
  return [
    `Pickup is on ${here} (the wall: ${here}/wall)`,
    ...others.map((address) => `and for others on http://${bracketed(address)}:${port}/wall`),
    "",
    "  WARNING: nobody has to log in yet. Whoever reaches these addresses sees your figures.",
    "  Leave HOST unset to serve this machine only.",
    "",
  ];
}

const bracketed = (address: string): string => (address.includes(":") ? `[${address}]` : address);

const lanAddresses = (): readonly string[] =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => address);
