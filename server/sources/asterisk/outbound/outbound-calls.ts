import type { AgentId } from "../../../../lib/vocabulary";
import { keyPart, type Tell } from "../visits";
import { deviceOf, deviceOfInterface, isDevice, isLocal, numberDialled } from "./dial-string";

/** What DialBegin and DialEnd say alike. `linkId` is one for all channels of a call. */
export type Dial = {
  readonly linkId: string;
  readonly destId: string;
  readonly destChannel: string;
  /** Who dials; null: Originate. */
  readonly by: { readonly id: string; readonly channel: string; readonly exten: string | null } | null;
};

export type OutboundPorts = {
  readonly tell: Tell;
  /** Whether a channel is that of a caller who is, or was, in a queue. */
  readonly isQueueCaller: (channelId: string) => boolean;
  /** Whether somebody speaks with a queue's caller. */
  readonly isTalking: (agentId: AgentId) => boolean;
};

export type OutboundCalls = {
  /** A member, by the interface or the state interface of one. */
  readonly knowDevice: (face: string, agentId: AgentId) => void;
  /** Somebody joins a queue by this channel. `number: null`: withheld. */
  readonly callerCame: (channel: string, number: string | null) => void;
  readonly began: (dial: Dial, dialString: string, atMs: number) => void;
  readonly ended: (dial: Dial, isAnswered: boolean, atMs: number) => void;
  /** A call that was made outside first waited in a queue for us. */
  readonly agentConnected: (linkId: string, agentId: AgentId, atMs: number) => void;
};

/** One call and all that hangs on it. */
type Link = {
  /** Somebody of ours is on it. `agentId: null`: on a telephone of no member. */
  near: { agentId: AgentId | null } | null;
  /** Outside somebody answered, and nobody of ours is there yet. */
  far: Dialled | null;
  /** Somebody called us, a queue perhaps: whom it dials is one of us, or where the caller is sent on. */
  isInward: boolean;
  /** Dialled and not answered yet. */
  readonly dials: Map<string, Dialled>;
  touchedAtMs: number;
};
type Dialled = { readonly destId: string; readonly number: string | null; readonly isDevice: boolean };

const SWEEP_EVERY_MS = 60_000;
/** A call that a queue holds for us may wait long; nothing tells the end of a whole call. */
const KEEP_MS = 3_600_000;

/** Finds the calls of ours to the outside that were answered there, whoever was rung first (RE20, RE21). */
export function createOutboundCalls({ tell, isQueueCaller, isTalking }: OutboundPorts): OutboundCalls {
  const links = new Map<string, Link>();
  const members = new Map<string, AgentId>();
  /** Numbers outside are dialled through these, or callers of several numbers come: no telephones of the house. */
  const trunks = new Set<string>();
  const callers = new Map<string, string>();
  let sweepAtMs = 0;

  function linkOf(linkId: string, atMs: number): Link {
    sweep(atMs);
    let link = links.get(linkId);
    if (link === undefined) {
      link = { near: null, far: null, isInward: false, dials: new Map(), touchedAtMs: atMs };
      links.set(linkId, link);
    }
    link.touchedAtMs = atMs;
    return link;
  }

  function sweep(atMs: number): void {
    if (atMs < sweepAtMs) return;
    sweepAtMs = atMs + SWEEP_EVERY_MS;
    for (const [linkId, { touchedAtMs }] of links) if (atMs - touchedAtMs > KEEP_MS) links.delete(linkId);
  }

  function reach(link: Link, { destId, number }: Dialled, atMs: number): void {
    link.far = null;
    const caller = { number, name: null };
    tell(atMs, `d|${keyPart(destId)}`, { type: "outbound.answered", caller, agentId: link.near?.agentId ?? null });
  }

  function join(link: Link, agentId: AgentId | null, atMs: number): void {
    link.near = { agentId: agentId ?? link.near?.agentId ?? null };
    if (link.far !== null) reach(link, link.far, atMs);
  }

  return {
    knowDevice: (face, agentId) => members.set(deviceOfInterface(face), agentId),
    callerCame: (channel, number) => {
      const device = deviceOf(channel);
      if (number === null || members.has(device) || trunks.has(device)) return;
      const other = callers.get(device) ?? number;
      callers.set(device, number);
      if (other !== number) trunks.add(device);
    },
    began: ({ linkId, destId, destChannel, by }, dialString, atMs) => {
      const link = linkOf(linkId, atMs);
      const dialled = { destId, number: numberDialled(dialString, by?.exten ?? null), isDevice: isDevice(dialString) };
      const device = deviceOf(by?.channel ?? "");
      const agentId = members.get(device) ?? null;
      const isPassedOn = by === null || isLocal(by.channel);
      if (by !== null && isQueueCaller(by.id)) link.isInward = true;
      const isUntouched = link.near === null && link.far === null;
      if (isUntouched && !isPassedOn && agentId === null && dialled.isDevice) link.isInward = true;
      if (link.isInward) return learnTelephone(by?.channel ?? "", destChannel, dialled);
      // He asks somebody about the caller whom he has on hold.
      if (agentId !== null && isTalking(agentId)) return;
      if (agentId !== null || (!isPassedOn && !trunks.has(device))) link.near ??= { agentId };
      if (isLocal(destChannel)) return;
      const to = deviceOf(destChannel);
      if (dialled.number !== null && !members.has(to)) trunks.add(to);
      link.dials.set(destId, dialled);
    },
    ended: ({ linkId, destId, destChannel, by }, isAnswered, atMs) => {
      const link = links.get(linkId);
      const dialled = link?.dials.get(destId);
      if (link === undefined || dialled === undefined) return;
      link.dials.delete(destId);
      if (!isAnswered || link.isInward) return;
      if (dialled.isDevice) {
        join(link, members.get(deviceOf(destChannel)) ?? members.get(deviceOf(by?.channel ?? "")) ?? null, atMs);
      } else if (dialled.number !== null) {
        if (link.near === null) link.far = dialled;
        else reach(link, dialled, atMs);
      }
    },
    agentConnected: (linkId, agentId, atMs) => {
      const link = links.get(linkId);
      if (link?.far != null) join(link, agentId, atMs);
    },
  };

  /** Behind a member's `Local/1001@…` the queue rings his telephone, from which he makes his own calls. */
  function learnTelephone(byChannel: string, destChannel: string, dialled: Dialled): void {
    const agentId = members.get(deviceOf(byChannel));
    const device = deviceOf(destChannel);
    if (agentId === undefined || !isLocal(byChannel) || isLocal(destChannel) || !dialled.isDevice) return;
    if (!members.has(device)) members.set(device, agentId);
  }
}
