import type { WebhookChannelConfig } from "../../../lib/alerts/channel-config";
import { cleanName } from "../../../lib/names/names";
import type { Channel, DatedNews } from "../channel";
import { composeMessage, composeTest, type Message, newsId } from "../message/compose";
import type { ChannelParts } from "./channel-parts";
import { postJson } from "./post-json";
import { webhookHeaders, webhookKey } from "./webhook-signature";

/** Any server: JSON as data, signed as Standard Webhooks has it (NO20, NO21). */
export function createWebhookChannel({ id, url, secret }: WebhookChannelConfig, parts: ChannelParts): Channel {
  const { clock, style, outgoing } = parts;
  const key = secret === null ? null : webhookKey(secret);
  // The settings let no other in; unsigned, it would look like anybody's.
  if (secret !== null && key === null) throw new Error(`The secret of channel ${id} is no signing secret`);

  const post = (message: Message, type: string, news: readonly DatedNews[], signal: AbortSignal) => {
    const nowMs = clock.nowMs();
    const told = news.map((one, index) => toldOf(one, message, index));
    const data = { site: cleanName(style.siteName), news: told };
    const body = JSON.stringify({ type, timestamp: new Date(nowMs).toISOString(), data });
    return postJson(url, body, webhookHeaders(key, { id: message.id, nowMs, body }), { outgoing, clock, signal });
  };
  return {
    id,
    kind: "webhook",
    send: (news, signal) => post(composeMessage(news, style, clock.nowMs()), "alerts.changed", news, signal),
    sendTest: (signal) => post(composeTest(style, clock.nowMs()), "alerts.test", [], signal),
  };
}

/** Field by field: what else an alert comes to hold, stays here. */
function toldOf(news: DatedNews, message: Message, index: number) {
  const { alert, kind, atMs } = news;
  const { id, ruleId, severity, condition, subject, firedAtMs, evidence } = alert;
  const over = kind === "resolved" ? { resolvedAtMs: news.alert.resolvedAtMs, because: news.alert.because } : OPEN;
  const entry = message.entries[index];
  const names = { ruleName: cleanName(alert.ruleName), subjectName: cleanName(alert.subjectName) };
  const inWords = { title: entry?.title ?? "", says: entry?.says ?? "" };
  const told = { id, ruleId, severity, condition, subject, ...names, firedAtMs, ...over, evidence };
  return { id: newsId(news), kind, atMs, ...inWords, alert: told };
}

const OPEN = { resolvedAtMs: null, because: null };
