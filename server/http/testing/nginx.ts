import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { selfSigned } from "../../testing/self-signed";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

export type Nginx = { readonly port: number; readonly stop: () => Promise<void> };

/** A real nginx in front of a server, that ends TLS there as our documentation has it. */
export async function startNginx(serverPort: number): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), "pickup-nginx-"));
  const port = await freePort();
  const { cert, key } = selfSigned();
  writeFileSync(join(folder, "cert.pem"), cert);
  writeFileSync(join(folder, "key.pem"), key);
  writeFileSync(join(folder, "nginx.conf"), configuration(folder, port, serverPort));
  const child = spawn(nginxPath(), ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", join(folder, "error.log")], {
    stdio: "ignore",
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await listening(port, child, () => readFileSync(join(folder, "error.log"), "utf8"));
  return {
    port,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const configuration = (folder: string, port: number, serverPort: number): string => `
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 64; }
http {
  access_log off;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((of) => `${of}_temp_path ${folder}/${of};`).join(" ")}
  map $http_upgrade $connection_upgrade { default upgrade; '' close; }
  server {
    listen 127.0.0.1:${port} ssl;
    ssl_certificate ${folder}/cert.pem;
    ssl_certificate_key ${folder}/key.pem;
    location / {
      proxy_pass http://127.0.0.1:${serverPort};
      proxy_http_version 1.1;
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_set_header X-Forwarded-Proto $scheme;
      proxy_set_header X-Forwarded-Host $http_host;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection $connection_upgrade;
    }
  }
}
`;

/** Where it is on this machine; installed where that is possible. */
function nginxPath(): string {
  const found = spawnSync(process.execPath, ["server/setup/ensure.mjs", "proxy"], { cwd: ROOT, encoding: "utf8" });
  if (found.status !== 0) throw new Error(found.stderr);
  return readFileSync(join(ROOT, "node_modules/.nginx-path"), "utf8").trim();
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

async function listening(port: number, child: ChildProcess, why: () => string): Promise<void> {
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`nginx did not start: ${why()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
