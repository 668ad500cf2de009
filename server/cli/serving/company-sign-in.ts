import type { CompanySignIn } from "../../access/oidc/company-sign-in";
import type { Clock } from "../../clock";
import type { Settings } from "../../settings";
import { publicOrigin } from "../../settings/complete/oidc";

/** @param here this machine's own address of the server, once it listens. @returns null: none is configured */
export async function companySignInOf(
  { oidc, origins }: Settings,
  clock: Clock,
  here: () => string,
): Promise<CompanySignIn | null> {
  if (oidc === null) return null;
  // Loaded only where it is wanted.
  const { createCompanySignIn } = await import("../../access/oidc/company-sign-in");
  return createCompanySignIn({ settings: oidc, clock, origin: () => publicOrigin(origins, here()) });
}
