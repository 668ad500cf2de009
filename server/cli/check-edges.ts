import { existsSync } from "node:fs";
import { readKeyFile } from "../callers/sqlite/key-file";
import { readPair } from "../http/certificate";
import { isLoopback } from "../loopback";
import type { Settings } from "../settings";

/** One thing that was tried. `problem` null: it is right. */
export type Finding = { readonly subject: string; readonly problem: string | null };

/** What of the ways in can be tried without opening any: the certificate, and the key of the callers' numbers. */
export function tryEdges({ tls, keyFile }: Settings): readonly Finding[] {
  const findings: Finding[] = [];
  if (tls !== null) {
    const read = readPair(tls);
    findings.push({ subject: `certificate ${tls.certPath}`, problem: read.kind === "read" ? null : read.problem });
  }
  // One that is not there yet is made at the first start.
  if (keyFile !== null && existsSync(keyFile)) {
    const key = readKeyFile(keyFile);
    const problem = key.kind === "refused" ? key.why : null;
    findings.push({ subject: `key of the callers' numbers ${keyFile}`, problem });
  }
  return findings;
}

/** In one line what others on the way could read; null: nothing, or nobody else is there. */
export function plainWarning({ host, tls, trustedProxies }: Settings): string | null {
  if (isLoopback(host) || tls !== null || trustedProxies.length > 0) return null;
  return `${host} is reached unencrypted: whoever is on the way can read passwords and figures. Set tls, or put a proxy in front and name it in trustedProxies.`;
}
