import { bareSite, type SiteConfig } from "../../lib/config";
import type { NumberRules } from "../callers/rules/normal-number";
import { readSettings } from "../settings";
import type { CommandIo } from "./command";

/** The configured site; where nothing is configured one that is always open and takes queues as they come. */
export async function siteToReplayWith(
  configPath: string | null,
  io: CommandIo,
): Promise<
  | { readonly ok: true; readonly site: SiteConfig; readonly numbers: NumberRules }
  | { readonly ok: false; readonly problems: readonly string[] }
> {
  const answer = await readSettings({ cwd: io.cwd, env: io.env, configPath, demo: false });
  if (!answer.ok) return answer;
  const { configPath: file, site, callers } = answer.settings;
  return { ok: true, site: file === null ? recordingsSite() : site, numbers: callers.numbers };
}

const recordingsSite = (): SiteConfig => bareSite("Recording", Intl.DateTimeFormat().resolvedOptions().timeZone);
