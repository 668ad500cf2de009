import {
  type Capacity,
  DEFAULT_CAPACITY,
  DEFAULT_TARGET,
  type QueueConfig,
  type SiteConfig,
  type SourceConfig,
  type Target,
} from "../../../lib/config";
import { nameOfId, shownName } from "../../../lib/names/names";
import { assertNever, queueId, sourceId } from "../../../lib/vocabulary";
import type { WrittenConfig, WrittenTarget } from "../schema/config";
import { completeBoards, completeRotation } from "./boards";
import { completeRecovery } from "./missed";
import { completeThresholds } from "./thresholds";

const DEFAULT_SEED = 2026;
const AMI_PORT = 5038;

/** The site as it runs: what is not written takes the site's own value, then the default. */
export function completeSite(written: WrittenConfig, machineTimeZone: string): SiteConfig {
  const target = completeTarget(written.target, DEFAULT_TARGET);
  const hours = written.hours ?? null;
  const [startHour = 0, startMinutes = 0] = (written.site?.dayStartsAt ?? "00:00").split(":").map(Number);
  const queues = (written.queues ?? []).map((queue): QueueConfig => {
    const own = completeTarget(queue.target, target);
    return {
      id: queueId(queue.id),
      name: shownName(queue.name ?? "") || nameOfId(queue.id),
      target: own,
      thresholds: completeThresholds(own, written.thresholds, queue.thresholds),
      hours: queue.hours === undefined ? hours : queue.hours,
      wrapUpMs: queue.wrapUpSeconds === undefined ? null : toMs(queue.wrapUpSeconds),
    };
  });
  return {
    name: shownName(written.site?.name ?? "") || "Contact centre",
    timeZone: written.site?.timeZone ?? machineTimeZone,
    dayStartsAtMinute: startHour * 60 + startMinutes,
    hours,
    target,
    thresholds: completeThresholds(target, written.thresholds),
    queues,
    capacity: completeCapacity(written.capacity),
    recovery: completeRecovery(written.missed),
    boards: completeBoards(written),
    rotations: (written.rotations ?? []).map(completeRotation),
  };
}

const completeCapacity = ({ voice, chat, sms, email }: WrittenConfig["capacity"] = {}): Capacity => ({
  voice: voice ?? DEFAULT_CAPACITY.voice,
  chat: chat ?? DEFAULT_CAPACITY.chat,
  sms: sms ?? DEFAULT_CAPACITY.sms,
  email: email ?? DEFAULT_CAPACITY.email,
});

export function completeSource(written: WrittenConfig["sources"][number]): SourceConfig {
  switch (written.kind) {
    case "asterisk-ami":
      return {
        kind: written.kind,
        id: sourceId(written.id),
        host: written.host,
        port: written.port ?? AMI_PORT,
        username: written.username,
        secret: written.secret,
        tls: written.tls ?? false,
        queueLog: written.queueLog ?? null,
      };
    case "simulator":
      return { kind: written.kind, id: sourceId(written.id), seed: written.seed ?? DEFAULT_SEED };
    case "http": {
      const { silentAfterSeconds: seconds } = written;
      return {
        kind: written.kind,
        id: sourceId(written.id),
        silentAfterMs: seconds === undefined ? null : toMs(seconds),
      };
    }
    default:
      return assertNever(written);
  }
}

function completeTarget(written: WrittenTarget | undefined, fallback: Target): Target {
  const { goalPercent, thresholdSeconds, shortAbandonSeconds, formula } = written ?? {};
  return {
    goalPerMille: goalPercent === undefined ? fallback.goalPerMille : Math.round(goalPercent * 10),
    thresholdMs: thresholdSeconds === undefined ? fallback.thresholdMs : toMs(thresholdSeconds),
    shortAbandonMs: shortAbandonSeconds === undefined ? fallback.shortAbandonMs : toMs(shortAbandonSeconds),
    formula: formula ?? fallback.formula,
  };
}

const toMs = (seconds: number): number => Math.round(seconds * 1_000);
