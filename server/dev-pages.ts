import next from "next";
import type { DevPages } from "./app-parts";

/** Pages from Next's development server, with hot reload: only under `serve --dev`. */
export async function createDevPages(port: number): Promise<DevPages> {
  const app = next({ dev: true, port });
  await app.prepare();
  const handle = app.getRequestHandler();
  const upgrade = app.getUpgradeHandler();
  return {
    pages: (request, response) => void handle(request, response),
    upgrade: (request, socket, head) => void upgrade(request, socket, head),
  };
}
