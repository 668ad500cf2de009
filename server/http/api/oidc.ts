import { problemReply } from "../problem";
import { readable, type Route } from "../router";

/** Signing in by the company's own provider. Where none is configured, there is nothing at these addresses. */
export const oidcRoutes = (): readonly Route[] =>
  ["start", "callback"].map((step) =>
    readable(`/api/v1/oidc/${step}`, () =>
      problemReply(404, "Signing in by the company's provider is not configured."),
    ),
  );
