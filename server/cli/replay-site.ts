import { bareSite, type SiteConfig } from "../../lib/config";
import { readSettings } from "../settings";
import type { CommandIo } from "./command";

/** The configured site; where nothing is configured one that is always open and takes queues as they come. */
export async function siteToReplayWith(
  configPath: string | null,
  io: CommandIo,
): Promise<
  { readonly ok: true; readonly site: SiteConfig } | { readonly ok: false; readonly problems: readonly string[] }
> {
  const answer = await readSettings({ cwd: io.cwd, env: io.env, configPath, demo: false });
  if (!answer.ok) return answer;
  return { ok: true, site: answer.settings.configPath === null ? recordingsSite() : answer.settings.site };
}

const recordingsSite = (): SiteConfig => bareSite("Recording", Intl.DateTimeFormat().resolvedOptions().timeZone);
