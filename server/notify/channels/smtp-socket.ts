import { connect, type Socket } from "node:net";
import { untilAborted, type Outgoing } from "../outgoing/ask";
import { findAddresses, onlyThese } from "../outgoing/find-addresses";

export type Opened =
  | { readonly kind: "open"; readonly socket: Socket }
  /** Why not, without names. */
  | { readonly kind: "closed"; readonly why: string };

/** A connection to a mail server, to an address that was tested (NO1). Rejects where nobody can be reached. */
export async function openSmtpSocket(
  { host, port }: { readonly host: string; readonly port: number },
  { privateAddresses, resolve }: Outgoing,
  signal: AbortSignal,
): Promise<Opened> {
  const found = await untilAborted(findAddresses(host, privateAddresses, resolve), signal);
  if (found.kind !== "found") return { kind: "closed", why: found.why };
  const socket = connect({ host, port, lookup: onlyThese(found.addresses), autoSelectFamily: true });
  // Whoever talks over it hears of errors himself; until he listens, they may not end the process.
  socket.on("error", () => {});
  const cut = (): void => void socket.destroy();
  signal.addEventListener("abort", cut, { once: true });
  socket.once("close", () => signal.removeEventListener("abort", cut));
  const connected = new Promise<void>((done, fail) => {
    socket.once("error", fail);
    socket.once("connect", () => {
      socket.off("error", fail);
      done();
    });
  });
  await untilAborted(connected, signal);
  return { kind: "open", socket };
}
