import type { App } from "../../app";
import type { Settings } from "../../settings";

export type Listening =
  { readonly kind: "listening"; readonly port: number } | { readonly kind: "refused"; readonly problem: string };

export async function listen(app: App, settings: Settings): Promise<Listening> {
  try {
    const { port } = await app.listen(settings.port, settings.host);
    return { kind: "listening", port };
  } catch (error) {
    return { kind: "refused", problem: listenProblem(error, settings) };
  }
}

function listenProblem(error: unknown, { port, host }: Settings): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "EADDRINUSE") return `port ${port} on ${host} is taken; set PORT to another`;
  if (code === "EACCES") return `port ${port} may not be opened by this user; set PORT to one above 1023`;
  if (code === "EADDRNOTAVAIL") return `this machine has no address ${host}; set HOST to one of its own`;
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") {
    return `HOST must be an address of this machine or a name of one; nobody knows ${host} (${code})`;
  }
  if (code !== "") return `port ${port} on ${host} cannot be opened (${code})`;
  throw error;
}
