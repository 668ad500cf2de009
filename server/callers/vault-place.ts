import { join } from "node:path";

/** Where the callers and their key lie. */
export function vaultPlaceOf({ dataDir, keyFile }: { readonly dataDir: string; readonly keyFile: string | null }): {
  readonly path: string;
  readonly keyFile: string;
} {
  return { path: join(dataDir, "callers.db"), keyFile: keyFile ?? join(dataDir, "caller-numbers.key") };
}
