import { isDeepStrictEqual } from "node:util";
import type { Principal } from "../../access/principal";
import type { PublishCounters } from "../counters";
import type { OpenConnections } from "../gate/open-connections";
import type { SocketAccess } from "./socket-access";

export const isUnchanged = (access: SocketAccess, principal: Principal): boolean =>
  isDeepStrictEqual(access.current(principal), principal);

/** Cuts every connection whose owner is no longer exactly whom it was opened for. He may come back as who he is now. */
export function cutChanged(connections: OpenConnections, access: SocketAccess, counters: PublishCounters): void {
  // A thousand screens with one token are one question.
  const asked = new Map<string, boolean>();
  for (const [socket, { principal }] of connections.all()) {
    const key = JSON.stringify(principal);
    const unchanged = asked.get(key) ?? isUnchanged(access, principal);
    asked.set(key, unchanged);
    if (unchanged || socket.destroyed) continue;
    counters.revoked += 1;
    socket.destroy();
  }
}
