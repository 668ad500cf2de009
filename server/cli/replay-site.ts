import { DEFAULT_TARGET, type SiteConfig } from "../../lib/config";
import { MAIN_BOARD } from "../../lib/vocabulary";
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
  return { ok: true, site: answer.settings.configPath === null ? bareSite() : answer.settings.site };
}

function bareSite(): SiteConfig {
  return {
    name: "Recording",
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    dayStartsAtMinute: 0,
    hours: null,
    target: DEFAULT_TARGET,
    queues: [],
    boards: [{ id: MAIN_BOARD, name: "All queues", queueIds: null, windowMinutes: 30 }],
  };
}
