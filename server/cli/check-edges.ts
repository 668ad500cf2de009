import { existsSync } from "node:fs";
import { readKeyFile } from "../callers/sqlite/key-file";
import { type CertificateFiles, endOf, readPair } from "../http/ways/certificate";
import { isLoopback } from "../loopback";
import type { Settings } from "../settings";

/** One thing that was tried. `problem` null: it is right. */
export type Finding = { readonly subject: string; readonly problem: string | null };

/** What of the ways in can be tried without opening any: the certificate, and the key of the callers' numbers. */
export function tryEdges({ tls, keyFile }: Settings, nowMs: number): readonly Finding[] {
  const findings: Finding[] = tls === null ? [] : [tryCertificate(tls, nowMs)];
  // One that is not there yet is made at the first start.
  if (keyFile !== null && existsSync(keyFile)) {
    const key = readKeyFile(keyFile);
    const problem = key.kind === "refused" ? key.why : null;
    findings.push({ subject: `key of the callers' numbers ${keyFile}`, problem });
  }
  return findings;
}

function tryCertificate(files: CertificateFiles, nowMs: number): Finding {
  const subject = `certificate ${files.certPath}`;
  const read = readPair(files);
  if (read.kind === "refused") return { subject, problem: read.problem };
  const untilMs = endOf(read.pair);
  const day = new Date(untilMs).toISOString().slice(0, 10);
  if (untilMs < nowMs) return { subject, problem: `it ended on ${day}` };
  return { subject: `${subject}, good until ${day}`, problem: null };
}

/** In one line what is missing for a proxy to pass on what it is asked by its own name; null: nothing. */
export function proxyNote({ trustedProxies, origins }: Settings): string | null {
  if (trustedProxies.length === 0 || origins.length > 0) return null;
  return "trustedProxies is set and PICKUP_ORIGINS is not: requests by the proxy's own name are refused until it stands there, as https://wall.example.com";
}

/** In one line what others on the way could read; null: nothing, or nobody else is there. */
export function plainWarning({ host, tls, trustedProxies }: Settings): string | null {
  if (isLoopback(host) || tls !== null || trustedProxies.length > 0) return null;
  return `${host} is reached unencrypted: whoever is on the way can read passwords and figures. Set tls, or put a proxy in front and name it in trustedProxies.`;
}
