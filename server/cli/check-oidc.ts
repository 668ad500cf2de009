import { CALLBACK_PATH } from "../access/oidc/oidc-settings";
import type { Settings } from "../settings";
import { publicOrigin } from "../settings/complete/oidc";
import { addressesOf } from "./addresses";
import type { Finding } from "./check-edges";

/** Asks the company's provider who it is. Whether it knows us, only somebody who signs in can tell. */
export async function tryOidc({ oidc, origins, host, port, tls }: Settings): Promise<readonly Finding[]> {
  if (oidc === null) return [];
  const { discover } = await import("../access/oidc/provider");
  const answer = await discover(oidc);
  const who = `${oidc.name}, ${oidc.issuer}`;
  if (answer.kind !== "found") return [{ subject: `sign-in with ${who}`, problem: answer.why }];
  const { here } = addressesOf({ host, port, secure: tls !== null, origins });
  const address = `${publicOrigin(origins, here)}${CALLBACK_PATH}`;
  const signed = `ID tokens signed by ${answer.algorithms.join(", ")}`;
  return [{ subject: `sign-in with ${who}; ${signed}; to be registered there: ${address}`, problem: null }];
}
