import net from "node:net";
import tls from "node:tls";
import { assertNever } from "../../../../lib/vocabulary";
import { type AmiAction, encodeAction } from "./actions";
import { startCountdown } from "./countdown";
import { createLoginDialogue, type LoginStep } from "./login";

export type AmiTarget = {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly secret: string;
  readonly tls: boolean;
  /** PEM of a certificate to trust besides the usual ones; null: none. */
  readonly trustedCertificate: string | null;
};

/**
 * How a connection ended, in words for people. `unreachable`: before the login; `login-refused`: Asterisk does not
 * take these credentials; `lost`: after the login; `silent`: cut by us, as nothing was heard any more; `closed`: by us.
 */
export type ConnectionEnd = {
  readonly kind: "unreachable" | "not-ami" | "login-refused" | "lost" | "silent" | "closed";
  readonly detail: string;
};

export type ConnectionPorts = {
  /** `openly`: the challenge was refused and the secret went over an open line. */
  readonly loggedIn: (openly: boolean) => void;
  /** What came after the answer to Login, as it came. */
  readonly bytes: (chunk: Uint8Array) => void;
  /** Once, when the socket is closed. */
  readonly ended: (end: ConnectionEnd) => void;
};

export type AmiConnection = {
  readonly send: (action: AmiAction, actionId: string) => void;
  /** Cuts a connection on which nothing is heard any more. */
  readonly cut: (detail: string) => void;
  /** Takes leave and closes. */
  readonly close: () => void;
};

/** How long a peer that does not take our leave may keep the socket. */
const LEAVE_LIMIT_MS = 250;

/** Dials, logs in, then hands on what is said. Reading is never paused: Asterisk drops whoever reads slowly. */
export function openConnection(target: AmiTarget, answerLimitMs: number, ports: ConnectionPorts): AmiConnection {
  const dialogue = createLoginDialogue(target);
  const place = `${target.host}:${target.port}`;
  let state: "dialling" | "logging-in" | "logged-in" | "over" = "dialling";
  let end: ConnectionEnd | null = null;
  const socket = dial(target, read);
  socket.setNoDelay(true);
  let stopCountdown = startCountdown(answerLimitMs, () => give(endOf(`${place} does not answer`)));

  socket.on(target.tls ? "secureConnect" : "connect", () => {
    state = "logging-in";
    restartCountdown();
  });
  socket.on("error", (error) => give(endOf(describeError(error, place))));
  socket.on("end", () => give(endOf(`${place} closed the connection`)));
  socket.on("close", () => {
    stopCountdown();
    const last = end ?? endOf(`${place} closed the connection`);
    state = "over";
    ports.ended(last);
  });

  return {
    send,
    cut: (detail) => give({ kind: "silent", detail }),
    close: () => {
      if (end !== null) return;
      if (state !== "logged-in") {
        give({ kind: "closed", detail: "closed by us" });
        return;
      }
      send({ name: "Logoff" }, "pickup-logoff");
      end = { kind: "closed", detail: "closed by us" };
      socket.end();
      stopCountdown = startCountdown(LEAVE_LIMIT_MS, () => socket.destroy());
    },
  };

  /** `chunk` lies in a buffer that the next reading overwrites: it is taken apart before this returns. */
  function read(chunk: Uint8Array): void {
    if (end !== null) return;
    if (state === "logged-in") ports.bytes(chunk);
    else if (state === "logging-in") follow(dialogue.read(Buffer.from(chunk)));
  }

  function follow(step: LoginStep): void {
    switch (step.kind) {
      case "wait":
        return;
      case "send":
        restartCountdown();
        send(step.action, step.actionId);
        return;
      case "done":
        stopCountdown();
        state = "logged-in";
        ports.loggedIn(step.secretWasSentOpenly);
        if (step.rest.length > 0) ports.bytes(step.rest);
        return;
      case "refused":
        give({ kind: "login-refused", detail: `Asterisk refused the login of "${target.username}": ${step.detail}` });
        return;
      case "not-ami":
        give({ kind: "not-ami", detail: `${place} does not speak AMI: ${step.detail}` });
        return;
      default:
        assertNever(step);
    }
  }

  function send(action: AmiAction, actionId: string): void {
    if (end !== null) return;
    const encoded = encodeAction(action, actionId);
    if (encoded.kind === "bytes") socket.write(encoded.text);
    else give({ kind: "login-refused", detail: `${action.name} was not sent: its ${encoded.problem}` });
  }

  function give(reason: ConnectionEnd): void {
    end ??= reason;
    socket.destroy();
  }

  function endOf(detail: string): ConnectionEnd {
    return { kind: state === "logged-in" ? "lost" : "unreachable", detail };
  }

  function restartCountdown(): void {
    stopCountdown();
    stopCountdown = startCountdown(answerLimitMs, () => give(endOf(`${place} does not answer the login`)));
  }
}

/** One buffer for all readings: an Asterisk writes many small pieces, and a new buffer for each costs more than its bytes. */
const READ_BYTES = 64 * 1024;

function dial(target: AmiTarget, read: (chunk: Uint8Array) => void): net.Socket {
  const { host, port } = target;
  const onread: net.OnReadOpts = {
    buffer: Buffer.allocUnsafeSlow(READ_BYTES),
    callback: (length, buffer) => {
      read(buffer.subarray(0, length));
      return true;
    },
  };
  if (!target.tls) return net.connect({ host, port, onread });
  // Naming a certificate replaces the usual ones, so they are named with it.
  const own = target.trustedCertificate;
  const trust = own === null ? {} : { ca: [...tls.rootCertificates, own] };
  const name = net.isIP(host) === 0 ? { servername: host } : {};
  return tls.connect({ host, port, ...name, ...trust }).on("data", read);
}

const ERROR_WORDS: ReadonlyMap<string, string> = new Map([
  ["ECONNREFUSED", "refuses connections"],
  ["ECONNRESET", "cut the connection"],
  ["EPIPE", "cut the connection"],
  ["ENOTFOUND", "is a name that cannot be found"],
  ["EAI_AGAIN", "is a name that cannot be looked up now"],
  ["EHOSTUNREACH", "cannot be reached"],
  ["ENETUNREACH", "cannot be reached"],
  ["ETIMEDOUT", "does not answer"],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "shows a self-signed certificate (name it in NODE_EXTRA_CA_CERTS to trust it)"],
  ["SELF_SIGNED_CERT_IN_CHAIN", "shows a certificate of an unknown issuer (NODE_EXTRA_CA_CERTS names more)"],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "shows a certificate of an unknown issuer (NODE_EXTRA_CA_CERTS names more)"],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "shows a certificate made out to another name"],
  ["CERT_HAS_EXPIRED", "shows a certificate that has expired"],
  ["ERR_SSL_WRONG_VERSION_NUMBER", "does not speak TLS on this port"],
]);

function describeError(error: Error, place: string): string {
  const code = "code" in error && typeof error.code === "string" ? error.code : null;
  const words = code === null ? undefined : ERROR_WORDS.get(code);
  if (words !== undefined) return `${place} ${words}`;
  return `${place}: ${error.message || (code ?? "unknown error")}`;
}
