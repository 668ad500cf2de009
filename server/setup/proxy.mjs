// Finds an nginx for the tests, or installs one. Plain Node.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

const OTHER_FOLDERS = ["/usr/sbin", "/usr/local/sbin", "/usr/local/bin", "/opt/homebrew/bin"];

const isProxy = (file) =>
  existsSync(file) && spawnSync(file, ["-v"], { stdio: "ignore", timeout: 20_000 }).status === 0;

function systemProxy() {
  const folders = [...(process.env.PATH ?? "").split(path.delimiter).filter(Boolean), ...OTHER_FOLDERS];
  return folders.map((folder) => path.join(folder, "nginx")).find(isProxy) ?? null;
}

const isDebianRoot = () =>
  process.getuid?.() === 0 && existsSync("/etc/debian_version") && existsSync("/usr/bin/apt-get");

/**
 * @param run runs a command to its end and says whether it succeeded
 * @param say tells people what takes time
 * @returns the path of an nginx, or a sentence that says why there is none
 */
export function findProxy(run, say) {
  const wanted = process.env.NGINX_PATH;
  if (wanted) return isProxy(wanted) ? { path: wanted } : { problem: `NGINX_PATH is no nginx: ${wanted}` };
  const present = systemProxy();
  if (present) return { path: present };
  if (isDebianRoot()) {
    say("installing nginx for the tests (apt-get)");
    const quiet = { DEBIAN_FRONTEND: "noninteractive" };
    run("apt-get", ["update"], quiet);
    run("apt-get", ["install", "-y", "--no-install-recommends", "nginx-light"], quiet);
  }
  const installed = systemProxy();
  return installed ? { path: installed } : { problem: "No nginx found or installable; set NGINX_PATH to one." };
}
