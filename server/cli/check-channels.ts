import type { ChannelConfig } from "../../lib/alerts/channel-config";
import { hostOf } from "../alerts/channels-of";
import type { Settings } from "../settings";
import type { Finding } from "./check-edges";

const WITHIN_MS = 10_000;

/** Whether each channel's host is found and takes a connection. Nothing is sent. */
export async function tryChannels({ alerts, missed }: Settings): Promise<readonly Finding[]> {
  const { channels, deadMansSwitch } = alerts;
  const forMissed = ({ id }: ChannelConfig): string =>
    missed.inbox?.channelIds.includes(id) === true ? ", also for missed callers" : "";
  const tried = channels.map(async (config): Promise<Finding> => ({
    subject: `alert channel ${config.id} (${config.kind}, ${hostOf(config)})${forMissed(config)}`,
    problem: await problemOf(placeOf(config), alerts),
  }));
  if (deadMansSwitch !== null) {
    const { host } = new URL(deadMansSwitch);
    const problem = problemOf(placeOfUrl(deadMansSwitch), alerts);
    tried.push(problem.then((found) => ({ subject: `dead man's switch (${host})`, problem: found })));
  }
  return Promise.all(tried);
}

type Place = { readonly host: string; readonly port: number };

const placeOf = (config: ChannelConfig): Place =>
  config.kind === "email" ? { host: config.host, port: config.port } : placeOfUrl(config.url);

function placeOfUrl(url: string): Place {
  const { hostname, port, protocol } = new URL(url);
  const usual = protocol === "http:" ? 80 : 443;
  return { host: hostname.replace(/^\[|\]$/g, ""), port: port === "" ? usual : Number(port) };
}

/** @returns in words for people; null: it takes connections */
async function problemOf(place: Place, alerts: Settings["alerts"]): Promise<string | null> {
  const { outgoingOf } = await import("../notify/create-channels");
  const { openSmtpSocket } = await import("../notify/channels/smtp-socket");
  const { whyUnanswered } = await import("../notify/outgoing/ask");
  const late = AbortSignal.timeout(WITHIN_MS);
  try {
    // A plain connection, whatever is spoken over it.
    const opened = await openSmtpSocket(place, outgoingOf(alerts), late);
    if (opened.kind === "closed") return opened.why;
    opened.socket.destroy();
    return null;
  } catch (error) {
    return late.aborted ? `no connection within ${WITHIN_MS / 1_000} s` : whyUnanswered(error);
  }
}
