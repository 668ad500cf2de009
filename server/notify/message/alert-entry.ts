import { sayAlert } from "../../../lib/words/alerts/say-alert";
import type { AlertNews } from "../channel";
import { type Entry, type MessageStyle, plain, titled } from "./entry";

/** NO29: how urgent or over an alert is, what it is, on what it rests as of then, and since when or how long. */
export function alertEntry(
  news: AlertNews & { readonly atMs: number },
  { say, formats, timeZone }: MessageStyle,
  nowMs: number,
): Entry {
  const { alert } = news;
  const { title, says } = sayAlert(alert, say, formats, news.atMs);
  if (news.kind === "fired") {
    const since = say.since(formats.moment(alert.firedAtMs, nowMs, timeZone));
    return {
      look: alert.severity,
      title: titled(`${say.severities[alert.severity]} – ${title}`),
      says: plain(`${says}, ${since}`),
      lines: [],
    };
  }
  const lasted = say.lasted(formats.duration(news.alert.resolvedAtMs - alert.firedAtMs));
  return {
    look: "resolved",
    title: titled(`${say.states.resolved} – ${title}`),
    says: plain(`${say.because[news.alert.because]}, ${lasted}`),
    lines: [],
  };
}
