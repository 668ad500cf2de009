import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { createSecureContext } from "node:tls";
import { fileTroubleWords } from "../../plain-words";
import type { CertificatePair } from "./http-server";

export type CertificateFiles = { readonly certPath: string; readonly keyPath: string };

/** The certificate as it stood at start, and word of each that takes its place. */
export type Certificate = {
  readonly pair: CertificatePair;
  /** Browsers are told never again to come unencrypted. */
  readonly hsts: boolean;
  /** @returns unsubscribe */
  readonly onRenewed: (listener: (pair: CertificatePair) => void) => () => void;
};

export type ReadPair =
  | { readonly kind: "read"; readonly pair: CertificatePair }
  /** In a few words, for whoever runs the server. */
  | { readonly kind: "refused"; readonly problem: string };

const LOOK_EVERY_MS = 60_000;

/** Reads both files and tries whether they fit. */
export function readPair({ certPath, keyPath }: CertificateFiles): ReadPair {
  const [cert, key] = [readText(certPath), readText(keyPath)];
  if (cert.text === null) return { kind: "refused", problem: `the certificate ${cert.problem}` };
  if (key.text === null) return { kind: "refused", problem: `the key ${key.problem}` };
  const pair = { cert: cert.text, key: key.text };
  try {
    createSecureContext(pair);
    return { kind: "read", pair };
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^error:\w+:/, "").replace(/\s+/g, " ") : String(error);
    return { kind: "refused", problem: `${certPath} and ${keyPath} are no certificate with its key (${why})` };
  }
}

/** Until when a certificate is good, epoch ms. */
export const endOf = ({ cert }: CertificatePair): number => Date.parse(new X509Certificate(cert).validTo);

/**
 * Looks at the files again and again: whoever renews a certificate puts another in its place and tells nobody. One that
 * does not fit is said once and not taken.
 */
export function watchCertificate(
  files: CertificateFiles,
  first: { readonly pair: CertificatePair; readonly hsts: boolean },
  say: (line: string) => void,
  lookEveryMs = LOOK_EVERY_MS,
): Certificate {
  let { pair } = first;
  let said = "";
  return {
    ...first,
    onRenewed: (listener) => {
      const looking = setInterval(() => {
        const read = readPair(files);
        if (read.kind === "refused") {
          if (said !== read.problem) say(`the renewed certificate is not taken: ${read.problem}`);
          said = read.problem;
          return;
        }
        said = "";
        if (read.pair.cert === pair.cert && read.pair.key === pair.key) return;
        ({ pair } = read);
        listener(pair);
        say("a renewed certificate is in use");
      }, lookEveryMs);
      looking.unref();
      return () => clearInterval(looking);
    },
  };
}

type ReadText = { readonly text: string } | { readonly text: null; readonly problem: string };

function readText(path: string): ReadText {
  try {
    return { text: readFileSync(path, "utf8") };
  } catch (error) {
    return { text: null, problem: `${path} cannot be read: ${fileTroubleWords(error)}` };
  }
}
