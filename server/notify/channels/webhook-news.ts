import { createHash } from "node:crypto";
import type { Mask } from "../../../lib/desk/mask";
import { cleanName } from "../../../lib/names/names";
import type { ToldCaller } from "../../../lib/recovery/inbox/inbox-types";
import { type AlertNews, type DatedNews, isAlertNews, type MissedNews } from "../channel";
import { type Message, newsId } from "../message/compose";

/** Of a test nothing is told. */
export const typeOf = ([first]: readonly DatedNews[]): string =>
  first === undefined || isAlertNews(first) ? "alerts.changed" : "missed.told";

/** Field by field: what else a piece of news comes to hold, stays here. */
export function toldOf(news: DatedNews, message: Message, index: number, mask: Mask) {
  const { kind, atMs } = news;
  const { title = "", says = "" } = message.entries[index] ?? {};
  const base = { id: newsId(news), kind, atMs, title, says };
  return isAlertNews(news) ? { ...base, alert: alertOf(news) } : { ...base, missed: missedOf(news, message, mask) };
}

function alertOf(news: AlertNews) {
  const { alert } = news;
  const { id, ruleId, severity, condition, subject, firedAtMs, evidence } = alert;
  const over = news.kind === "resolved" ? { resolvedAtMs: news.alert.resolvedAtMs, because: news.alert.because } : OPEN;
  const names = { ruleName: cleanName(alert.ruleName), subjectName: cleanName(alert.subjectName) };
  return { id, ruleId, severity, condition, subject, ...names, firedAtMs, ...over, evidence };
}

const OPEN = { resolvedAtMs: null, because: null };

const missedOf = ({ total, withheld, callers }: MissedNews, { link }: Message, mask: Mask) => ({
  total,
  withheld,
  link: link?.url ?? null,
  callers: callers.map((each) => callerOf(each, mask)),
});

function callerOf(told: ToldCaller, mask: Mask) {
  const { queueId, tries, firstMissedAtMs, lastMissedAtMs, longestWaitMs, why, reason, callback, dueAtMs } = told;
  const known = { tries, firstMissedAtMs, lastMissedAtMs, longestWaitMs, why, reason, callback, dueAtMs };
  return { id: idOf(told), caller: mask(told.caller), queueId, queueName: cleanName(told.queueName), ...known };
}

/** The same in each message about one recovery. Hashed: a source may have put the caller's number into a contact's id. */
const idOf = ({ key }: ToldCaller): string => createHash("sha256").update(key).digest("base64url").slice(0, 22);
