import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { selfSigned } from "../../testing/self-signed";
import { type CertificateFiles, readPair, watchCertificate } from "./certificate";

const LOOK_EVERY_MS = 1_000;

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pickup-certificate-"));
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

it("[AC75] files that do not fit are said once each time they come to stand there", () => {
  const files: CertificateFiles = { certPath: join(folder, "cert.pem"), keyPath: join(folder, "key.pem") };
  const { cert, key } = selfSigned(1);
  writeFileSync(files.certPath, cert);
  writeFileSync(files.keyPath, key);
  const read = readPair(files);
  if (read.kind === "refused") throw new Error(read.problem);

  const said: string[] = [];
  const stop = watchCertificate(
    files,
    { pair: read.pair, hsts: false },
    (line) => said.push(line),
    LOOK_EVERY_MS,
  ).onRenewed(() => undefined);
  const saidWith = (keyText: string): number => {
    writeFileSync(files.keyPath, keyText);
    vi.advanceTimersByTime(3 * LOOK_EVERY_MS);
    return said.length;
  };
  // The second time after the old pair was put back, which is no renewal.
  expect(["no key", key, "no key", key].map(saidWith)).toEqual([1, 1, 2, 2]);
  expect(new Set(said)).toHaveLength(1);
  stop();
});
