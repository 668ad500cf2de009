import type { Access, Displays } from "../../access/access";

/** What sockets need of `Access`. */
export type SocketAccess = Pick<Access, "current" | "onChange"> & {
  readonly displays: Pick<Displays, "seen" | "tellConnected">;
};
