import type { SiteConfig } from "../../../lib/config";
import { decodeSettings } from "../decode";
import { describeProblem } from "../problem";

const SOURCE = "sources: [{ id: simulator, kind: simulator }]\n";
const OPTIONS = { machineTimeZone: "Europe/Berlin" };

/** The site that these lines of a configuration make, below one of a source. */
export function siteWith(lines: string): SiteConfig {
  const decoded = decodeSettings(SOURCE + lines, {}, OPTIONS);
  if (!decoded.ok) throw new Error(decoded.problems.map((each) => describeProblem(each, "c.yaml")).join("\n"));
  return decoded.settings.site;
}

/** What is wrong with them; the first of them is line 2. */
export function problemsWith(lines: string): string[] {
  const decoded = decodeSettings(SOURCE + lines, {}, OPTIONS);
  return decoded.ok ? [] : decoded.problems.map((problem) => describeProblem(problem, "c.yaml"));
}
