import { DEFAULT_RULES } from "../../../lib/alerts/default-rules";
import { createCalendar } from "../../../lib/calendar";
import { worstFeed } from "../../../lib/metrics/snapshot";
import { MAIN_BOARD } from "../../../lib/vocabulary";
import { maskFor } from "../../../lib/desk/mask";
import { createFormats } from "../../../lib/words/formats";
import { MESSAGE_WORDS } from "../../../lib/words/alerts/message-words";
import { SAY_WORDS } from "../../../lib/words/alerts/say-words";
import { GIVEN_UP_TOLD_MS } from "../../alerts/channels-of";
import { createAlerts, type RunningAlerts } from "../../alerts/create-alerts";
import { forgetOld } from "../../alerts/store/forget-old";
import { type Clock, elapsedMs } from "../../clock";
import { createInbox, type FoldObserver } from "../../missed/inbox/inbox";
import type { Channel } from "../../notify/channel";
import { type DeadMansSwitch, startDeadMansSwitch } from "../../notify/dead-mans-switch";
import { watchForStuck } from "../../notify/outbox/stuck";
import type { Outgoing } from "../../notify/outgoing/ask";
import { type Delivery, startDelivery } from "../../notify/worker/delivery";
import { systemPause } from "../../notify/worker/pause";
import type { BoardFeed } from "../../publish/board-feed";
import type { Settings } from "../../settings";
import { errorText, isWriteRefused } from "../../store/libsql/errors";
import type { OpenedParts } from "./opened-parts";

const HOUR_MS = 3_600_000;
/** Lost connections are mended, and their gaps filled, in less. */
const SETTLE_MS = 60_000;

export type Alerting = {
  readonly alerts: RunningAlerts;
  /** Who tells of missed callers, where somebody is to be told. */
  readonly observers: readonly FoldObserver[];
  /** Whether messages do not reach people. */
  readonly undelivered: () => boolean;
  /** Begins to tell people, and whoever listens whether all is well. */
  readonly start: (feed: Pick<BoardFeed, "sources" | "ready">) => void;
  /** Once nobody looks any more: what is under way may end. */
  readonly stop: () => Promise<void>;
};

export type AlertingParts = Pick<OpenedParts, "store" | "alertStore" | "vault"> & {
  readonly clock: Clock;
  readonly say: (line: string) => void;
};

/** Alerts with all that carries them to people. */
export async function createAlerting(settings: Settings, parts: AlertingParts): Promise<Alerting> {
  const { alertStore, clock, say } = parts;
  const { site, sources, alerts: configured } = settings;
  const { channels, outgoing } = await waysOut(settings, parts);
  let delivery: Delivery | null = null;
  let deadMansSwitch: DeadMansSwitch | null = null;
  const alerts = createAlerts({
    store: alertStore,
    log: parts.store,
    settings: configured,
    defaults: DEFAULT_RULES,
    channels,
    site,
    calendar: createCalendar(site.timeZone, site.dayStartsAtMinute),
    sourceIds: sources.map(({ id }) => id),
    clock,
    elapsedMs,
    wake: () => delivery?.wake(),
    deadMansSwitchOk: () => (configured.deadMansSwitch === null ? null : deadMansSwitch?.isOk() === true),
    say,
  });

  const { inbox } = settings.missed;
  const wake = (): void => delivery?.wake();
  const tellsOfMissed =
    inbox === null
      ? []
      : [createInbox({ store: alertStore, settings: inbox, clock, settleMs: SETTLE_MS, wake, log: say })];

  const onTrouble = createTroubleSayer(say);
  const forget = (): void => {
    try {
      forgetOld(alertStore, clock.nowMs());
    } catch (error) {
      if (!isWriteRefused(error)) throw error;
    }
  };
  const forgetting = setInterval(forget, HOUR_MS);
  forgetting.unref();
  forget();

  const stuck = watchForStuck({
    outbox: alertStore.outbox,
    channelIds: channels.map(({ id }) => id),
    clock,
    givenUpToldMs: GIVEN_UP_TOLD_MS,
    onTrouble,
  });

  return {
    alerts,
    observers: tellsOfMissed,
    undelivered: stuck.isAny,
    start: (feed) => {
      const { outbox } = alertStore;
      delivery = startDelivery({ channels, outbox, clock, pause: systemPause, random: Math.random, onTrouble });
      if (configured.deadMansSwitch === null || outgoing === null) return;
      const isWell = (): boolean => feed.ready() && alerts.isWell() && worstFeed(feed.sources()) === "live";
      deadMansSwitch = startDeadMansSwitch({
        url: configured.deadMansSwitch,
        outgoing,
        clock,
        pause: systemPause,
        isWell,
        say,
      });
    },
    stop: async () => {
      clearInterval(forgetting);
      stuck.close();
      alerts.close();
      await Promise.all([delivery?.stop(), deadMansSwitch?.stop()]);
    },
  };
}

type WaysOut = { readonly channels: readonly Channel[]; readonly outgoing: Outgoing | null };

/** What sends is loaded only where there is somebody to send to. */
async function waysOut(
  { alerts, site, missed }: Settings,
  { clock, vault }: Pick<AlertingParts, "clock" | "vault">,
): Promise<WaysOut> {
  if (alerts.channels.length === 0 && alerts.deadMansSwitch === null) return { channels: [], outgoing: null };
  const { createChannels, outgoingOf } = await import("../../notify/create-channels");
  const { INBOX_WORDS } = await import("../../../lib/words/missed/inbox-words");
  const language = site.boards.find(({ id }) => id === MAIN_BOARD)?.language ?? "en";
  const style = {
    say: SAY_WORDS[language],
    message: MESSAGE_WORDS[language],
    missed: INBOX_WORDS[language],
    mask: maskFor("end", vault.endOf),
    address: missed.inbox?.address ?? null,
    formats: createFormats(language),
    timeZone: site.timeZone,
    siteName: site.name,
  };
  return { channels: createChannels(alerts, { clock, style }), outgoing: outgoingOf(alerts) };
}

/** What is tried again every few seconds is said once. */
function createTroubleSayer(say: (line: string) => void): (error: unknown) => void {
  let lastLine = "";
  return (error) => {
    const line = `Messages about alerts cannot be looked after: ${errorText(error)}`;
    if (line !== lastLine) say(line);
    lastLine = line;
  };
}
