import type { WebhookChannelConfig } from "../../../lib/alerts/channel-config";
import { cleanName } from "../../../lib/names/names";
import type { Channel, DatedNews } from "../channel";
import { composeMessage, composeTest, type Message } from "../message/compose";
import type { ChannelParts } from "./channel-parts";
import { postJson } from "./post-json";
import { toldOf, typeOf } from "./webhook-news";
import { webhookHeaders, webhookKey } from "./webhook-signature";

/** Any server: JSON as data, signed as Standard Webhooks has it (NO20, NO21, RE65). */
export function createWebhookChannel({ id, url, secret }: WebhookChannelConfig, parts: ChannelParts): Channel {
  const { clock, style, outgoing } = parts;
  const key = secret === null ? null : webhookKey(secret);
  // The settings let no other in; unsigned, it would look like anybody's.
  if (secret !== null && key === null) throw new Error(`The secret of channel ${id} is no signing secret`);

  const post = (message: Message, type: string, news: readonly DatedNews[], signal: AbortSignal) => {
    const nowMs = clock.nowMs();
    const told = news.map((one, index) => toldOf(one, message, index, style.mask));
    const data = { site: cleanName(style.siteName), news: told };
    const body = JSON.stringify({ type, timestamp: new Date(nowMs).toISOString(), data });
    return postJson(url, body, webhookHeaders(key, { id: message.id, nowMs, body }), { outgoing, clock, signal });
  };
  return {
    id,
    kind: "webhook",
    send: (news, signal) => post(composeMessage(news, style, clock.nowMs()), typeOf(news), news, signal),
    sendTest: (signal) => post(composeTest(style, clock.nowMs()), "alerts.test", [], signal),
  };
}
