import { isDeepStrictEqual } from "node:util";
import { NOBODY, type Principal } from "../../access/principal";
import type { WhoAsks } from "../../http/asking/who-asks";
import type { SocketAccess } from "../access/socket-access";

export type FakeAccess = SocketAccess & {
  /** Whoever asks is the one who was named last. */
  readonly whoAsks: WhoAsks;
  /** Who was somebody else before is nobody any more. */
  readonly becomes: (principal: Principal) => void;
  /** The same, but nobody is told of it. */
  readonly becomesQuietly: (principal: Principal) => void;
  /** From here on, or no longer, nothing can be read. */
  readonly fail: (fails: boolean) => void;
  /** Displays that were seen, in order. */
  readonly seen: readonly (readonly [id: string, address: string])[];
  readonly isConnected: (displayId: string) => boolean;
};

/** Access for one asker, who is changed by hand. */
export function createFakeAccess(first: Principal): FakeAccess {
  let asker = first;
  let fails = false;
  const readable = (): void => {
    if (fails) throw new Error("cannot be read");
  };
  let connected: ((id: string) => boolean) | null = null;
  const listeners = new Set<() => void>();
  const seen: (readonly [string, string])[] = [];
  return {
    whoAsks: ({ headers, socket }) => {
      readable();
      const byToken = asker.kind === "token";
      return { principal: asker, address: socket.remoteAddress ?? "", secure: false, host: headers.host, byToken };
    },
    current: (principal) => {
      readable();
      return isDeepStrictEqual(principal, asker) ? principal : NOBODY;
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    displays: {
      seen: (id, address) => void seen.push([id, address]),
      tellConnected: (isConnected) => {
        connected = isConnected;
      },
    },
    becomes: (principal) => {
      asker = principal;
      for (const listener of listeners) listener();
    },
    becomesQuietly: (principal) => {
      asker = principal;
    },
    fail: (now) => {
      fails = now;
    },
    seen,
    isConnected: (displayId) => connected?.(displayId) === true,
  };
}
