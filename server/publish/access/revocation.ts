import { isDeepStrictEqual } from "node:util";
import type { Principal } from "../../access/principal";
import type { PublishCounters } from "../counters";
import type { OpenConnections } from "../gate/open-connections";
import type { SocketAccess } from "./socket-access";

export type RevocationParts = {
  readonly connections: OpenConnections;
  readonly access: SocketAccess;
  readonly counters: PublishCounters;
  readonly say: (line: string) => void;
};

export type Revocation = {
  /** Looks again where that could not be done when it was due. */
  readonly catchUp: () => void;
  readonly stop: () => void;
};

export const isUnchanged = (access: SocketAccess, principal: Principal): boolean =>
  isDeepStrictEqual(access.current(principal), principal);

/**
 * After each change of who may see what, every connection whose owner is no longer exactly whom it was opened for is
 * cut. He may come back as who he is now.
 */
export function startRevocation({ connections, access, counters, say }: RevocationParts): Revocation {
  let isDue = false;
  const look = (): void => {
    const wasDue = isDue;
    isDue = true;
    try {
      for (const socket of changedOnes(connections, access)) {
        counters.revoked += 1;
        socket.destroy();
      }
      isDue = false;
    } catch (error) {
      if (!wasDue) say(`who may see what cannot be read: ${String(error)}`);
    }
  };
  const stop = access.onChange(look);
  return { catchUp: () => void (isDue && look()), stop };
}

function changedOnes(connections: OpenConnections, access: SocketAccess) {
  // A thousand screens with one token are one question.
  const asked = new Map<string, boolean>();
  return [...connections.all()].flatMap(([socket, { principal }]) => {
    const key = JSON.stringify(principal);
    const unchanged = asked.get(key) ?? isUnchanged(access, principal);
    asked.set(key, unchanged);
    return unchanged || socket.destroyed ? [] : [socket];
  });
}
