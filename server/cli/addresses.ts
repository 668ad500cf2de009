import { networkInterfaces } from "node:os";
import { isLoopback } from "../loopback";

export type Reached = {
  /** What it listens on, `127.0.0.1` or `0.0.0.0`. */
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  /** Configured addresses, as a browser shows them. */
  readonly origins: readonly string[];
};

/** Where a server can be opened: here, by others, and under its configured names. */
export type Addresses = { readonly here: string; readonly others: readonly string[] };

export function addressesOf({ host, port, secure, origins }: Reached): Addresses {
  const scheme = secure ? "https" : "http";
  const everywhere = host === "0.0.0.0" || host === "::";
  const reached = isLoopback(host) ? [] : everywhere ? lanAddresses() : [host];
  const others = [...reached.map((address) => `${scheme}://${bracketed(address)}:${port}`), ...origins];
  return { here: `${scheme}://localhost:${port}`, others: [...new Set(others)] };
}

/**
 * What to tell whoever started the server: where the boards are, and who can come in.
 * @param demo nobody has to sign in
 */
export function greeting({ here, others }: Addresses, demo: boolean): readonly string[] {
  const alone = others.length === 0 ? ", for this machine only" : "";
  const where = [
    `Pickup is on ${here} (the wall: ${here}/wall)${alone}.`,
    ...others.map((address) => `For others it is on ${address}.`),
  ];
  return demo ? [...where, "This is the demo: on this machine nobody has to sign in."] : where;
}

/** What is to be done first, on each address: whoever reads this makes himself the first administrator. */
export function setupLines({ here, others }: Addresses, token: string): readonly string[] {
  const these = others.length === 0 ? "this link, which is" : "one of these links, which are";
  return [
    "",
    `Nobody can sign in yet. Make the first administrator by ${these} good once:`,
    "",
    ...[here, ...others].map((address) => `  ${address}/setup#${token}`),
    "",
  ];
}

const bracketed = (address: string): string => (address.includes(":") ? `[${address}]` : address);

const lanAddresses = (): readonly string[] =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => address);
