import { isIP } from "node:net";
import { isLoopback } from "../../loopback";

/** Whether a request may name this host. Undefined: it names none, which no browser does. */
export type HostRule = (host: string | undefined) => boolean;

export type HostRuleParts = {
  /** What the server listens on. */
  readonly host: string;
  /** What this machine is called. */
  readonly hostnames: readonly string[];
  /** The configured ones: their hosts are this server's too. */
  readonly origins: readonly string[];
};

/**
 * Which Host headers are ours. A page of a name that its owner turns to this address afterwards is of the same origin
 * as we are, and would read every figure (DNS rebinding); its requests still carry that name. Addresses cannot be
 * turned; a server for this machine alone answers to its own ones only.
 */
export function createHostRule({ host: listensOn, hostnames, origins }: HostRuleParts): HostRule {
  const forItselfAlone = isLoopback(listensOn);
  const own = forItselfAlone ? [] : [listensOn, ...hostnames.flatMap(withAndWithoutLocal)];
  const names = new Set(["localhost", ...own.map((name) => name.toLowerCase())]);
  for (const origin of origins) names.add(new URL(origin).hostname);
  return (host) => {
    if (host === undefined) return true;
    const name = hostnameOf(host);
    if (name === null) return false;
    return names.has(name) || (forItselfAlone ? isLoopback(bare(name)) : isIP(bare(name)) !== 0);
  };
}

/** The header's host without its port, as a browser writes it; null: it is none. */
function hostnameOf(host: string): string | null {
  if (!/^[\w.:[\]-]+$/.test(host) || !URL.canParse(`http://${host}`)) return null;
  return new URL(`http://${host}`).hostname.replace(/\.$/, "");
}

const bare = (name: string): string => name.replace(/^\[|\]$/g, "");

function withAndWithoutLocal(name: string): readonly string[] {
  const plain = name.toLowerCase().replace(/\.local$/, "");
  return plain === "" ? [] : [plain, `${plain}.local`];
}
