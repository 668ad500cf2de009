// Finds a Chromium for the tests, or installs one. Plain Node; Playwright is asked only after it is installed.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const SYSTEM_NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const SYSTEM_PATHS = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: ["C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"],
};

/** A file may be a mere signpost ("install the snap"), so it is asked for its version; Windows would open a window. */
function isBrowser(file) {
  if (!existsSync(file)) return false;
  return (
    process.platform === "win32" || spawnSync(file, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0
  );
}

function systemBrowser() {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  const candidates = SYSTEM_NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...candidates, ...(SYSTEM_PATHS[process.platform] ?? [])].find(isBrowser) ?? null;
}

async function playwrightBrowser() {
  const { chromium } = await import("playwright");
  const file = chromium.executablePath();
  return existsSync(file) ? file : null;
}

function isDebianRoot() {
  return process.getuid?.() === 0 && existsSync("/etc/debian_version") && existsSync("/usr/bin/apt-get");
}

/** Ubuntu's chromium package only points at a snap, which no container runs. */
function isUbuntu() {
  return existsSync("/etc/os-release") && /^ID=ubuntu$/m.test(readFileSync("/etc/os-release", "utf8"));
}

/**
 * @param run runs a command to its end and says whether it succeeded
 * @param say tells people what takes time
 * @returns the path of a Chromium, or a sentence that says why there is none
 */
export async function findBrowser(run, say) {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted) return isBrowser(wanted) ? { path: wanted } : { problem: `CHROMIUM_PATH is no browser: ${wanted}` };
  const present = systemBrowser() ?? (await playwrightBrowser());
  if (present) return { path: present };
  if (isDebianRoot() && !isUbuntu()) {
    say("installing Chromium for the tests (apt-get)");
    const quiet = { DEBIAN_FRONTEND: "noninteractive" };
    const packages = ["chromium", "fonts-liberation"];
    run("apt-get", ["update"], quiet);
    run("apt-get", ["install", "-y", "--no-install-recommends", ...packages], quiet);
  }
  if (!systemBrowser()) {
    say("installing Chromium for the tests (playwright)");
    run(process.execPath, ["node_modules/playwright/cli.js", "install", "chromium"]);
  }
  const installed = systemBrowser() ?? (await playwrightBrowser());
  return installed ? { path: installed } : { problem: "No Chromium found or installable; set CHROMIUM_PATH to one." };
}
