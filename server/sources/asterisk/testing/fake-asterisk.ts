import { createHash } from "node:crypto";
import net from "node:net";
import tls from "node:tls";
import type { Clock } from "../../../clock";
import { AMI_ACTION_NAMES } from "../link/actions";
import { amiMessage, channelRows, EMPTY_MODEL, type FakeModel, queueStatusRows } from "./ami-text";

/** An action as it was received: its fields in lower case, and the bytes between its empty lines. */
export type ReceivedAction = {
  readonly name: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly text: string;
};

export type FakeAsteriskOptions = {
  readonly clock: Clock;
  readonly username?: string;
  readonly secret?: string;
  /** Refuses Challenge, as where MD5 is switched off. */
  readonly refuseChallenge?: boolean;
  /** Refuses CoreShowChannels, as to an account without rights to write. */
  readonly refuseChannels?: boolean;
  readonly tls?: { readonly key: string; readonly cert: string };
  /** What it says instead of its greeting. */
  readonly greeting?: string;
};

/** A small Asterisk manager interface on a real socket of 127.0.0.1. */
export type FakeAsterisk = {
  readonly port: number;
  /** What the lists tell from now on. */
  model: FakeModel;
  uptimeS: number;
  /** Its clock against the given one. */
  clockAheadMs: number;
  /** What its clock says. */
  readonly nowMs: () => number;
  readonly actions: readonly ReceivedAction[];
  /** Sends to every session that has logged in. */
  readonly say: (bytes: string | Uint8Array) => void;
  /** Ends every connection. */
  readonly cut: () => void;
  /** From now on the connections of this moment neither read nor answer, nor end. */
  readonly blackhole: () => void;
  /** Refuses the next `times` QueueStatus, as while it starts. */
  readonly refuseQueueStatus: (times: number) => void;
  /** Drops `QueueStatusComplete` from the next answer. */
  readonly breakNextList: () => void;
  /** Ends every connection and takes none until `listen`. */
  readonly stopListening: () => Promise<void>;
  readonly listen: () => Promise<void>;
  readonly openConnections: () => number;
  /** Ends all; fails when anything outside the closed list of actions was ever received. */
  readonly close: () => Promise<void>;
};

type Session = { readonly socket: net.Socket; unread: string; challenge: string; loggedIn: boolean; deaf: boolean };

const ALLOWED: ReadonlySet<string> = new Set(AMI_ACTION_NAMES);

export async function startFakeAsterisk(options: FakeAsteriskOptions): Promise<FakeAsterisk> {
  const { clock, username = "pickup", secret = "right secret" } = options;
  const actions: ReceivedAction[] = [];
  const sessions = new Set<Session>();
  const violations: string[] = [];
  let queueRefusals = 0;
  let breakList = false;
  let port = 0;
  const server = options.tls === undefined ? net.createServer(receive) : tls.createServer({ ...options.tls }, receive);

  const fake: FakeAsterisk = {
    get port() {
      return port;
    },
    model: EMPTY_MODEL,
    uptimeS: 1_000,
    clockAheadMs: 0,
    nowMs: () => clock.nowMs() + fake.clockAheadMs,
    actions,
    say: (bytes) => {
      for (const session of sessions) if (session.loggedIn && !session.deaf) session.socket.write(bytes);
    },
    cut,
    blackhole: () => {
      for (const session of sessions) {
        session.deaf = true;
        session.socket.pause();
      }
    },
    refuseQueueStatus: (times) => {
      queueRefusals = times;
    },
    breakNextList: () => {
      breakList = true;
    },
    stopListening: () => {
      const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
      cut();
      return stopped;
    },
    listen,
    openConnections: () => sessions.size,
    close: async () => {
      if (server.listening) await fake.stopListening();
      if (violations.length > 0) throw new Error(`Received outside the closed list: ${violations.join(", ")}`);
    },
  };
  await listen();
  return fake;

  function listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "127.0.0.1", () => {
        const address = server.address();
        if (address !== null && typeof address === "object") port = address.port;
        resolve();
      });
    });
  }

  function cut(): void {
    for (const session of sessions) session.socket.destroy();
  }

  function receive(socket: net.Socket): void {
    const session: Session = { socket, unread: "", challenge: "", loggedIn: false, deaf: false };
    sessions.add(session);
    socket.setNoDelay(true);
    socket.on("error", () => undefined);
    socket.on("close", () => sessions.delete(session));
    socket.on("data", (chunk) => {
      session.unread += chunk.toString("utf8");
      readActions(session);
    });
    socket.write(options.greeting ?? "Asterisk Call Manager/11.0.0\r\n");
  }

  /** Like Asterisk, it ends a line at CRLF and at a bare LF: a smuggled line shows as an action of its own. */
  function readActions(session: Session): void {
    for (let end = /\r?\n\r?\n/.exec(session.unread); end !== null; end = /\r?\n\r?\n/.exec(session.unread)) {
      const text = session.unread.slice(0, end.index);
      session.unread = session.unread.slice(end.index + end[0].length);
      const fields = new Map<string, string>();
      for (const line of text.split(/\r?\n/)) {
        const colon = line.indexOf(":");
        fields.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
      }
      const action: ReceivedAction = { name: fields.get("action") ?? "", fields, text };
      actions.push(action);
      if (!ALLOWED.has(action.name)) violations.push(action.name);
      const answer = answerTo(session, action);
      if (!session.deaf) session.socket.write(answer);
      if (action.name === "Logoff" || (action.name === "Login" && !session.loggedIn)) session.socket.end();
    }
  }

  function answerTo(session: Session, action: ReceivedAction): string {
    const id = action.fields.get("actionid") ?? "";
    const success = (more: Record<string, string>): string =>
      amiMessage({ Response: "Success", ActionID: id, ...more });
    const error = (message: string): string => amiMessage({ Response: "Error", ActionID: id, Message: message });
    if (action.name === "Challenge") {
      if (options.refuseChallenge === true) return error("Must specify AuthType");
      session.challenge = String(100_000_000 + actions.length);
      return success({ Challenge: session.challenge });
    }
    if (action.name === "Login") {
      session.loggedIn = knows(session, action);
      return session.loggedIn
        ? success({ Message: "Authentication accepted" }) + fullyBooted()
        : error("Authentication failed");
    }
    if (!session.loggedIn) return error("Permission denied");
    switch (action.name) {
      case "Ping":
        return success({ Ping: "Pong", Timestamp: (fake.nowMs() / 1000).toFixed(6) });
      case "QueueStatus": {
        if (queueRefusals > 0) {
          queueRefusals -= 1;
          return error("Invalid/unknown command: QueueStatus. Use Action: ListCommands to show available commands.");
        }
        const rows = queueStatusRows(fake.model, id);
        const sent = breakList ? rows.slice(0, rows.lastIndexOf("Event: ")) : rows;
        breakList = false;
        return success({ EventList: "start", Message: "Queue status will follow" }) + sent;
      }
      case "CoreShowChannels":
        if (options.refuseChannels === true) return error("Permission denied");
        return success({ EventList: "start", Message: "Channels will follow" }) + channelRows(fake.model, id);
      case "Logoff":
        return amiMessage({ Response: "Goodbye", ActionID: id, Message: "Thanks for all the fish." });
      default:
        return success({});
    }
  }

  function knows(session: Session, action: ReceivedAction): boolean {
    if (action.fields.get("username") !== username) return false;
    const key = createHash("md5").update(session.challenge).update(secret).digest("hex");
    if (action.fields.get("authtype") === "MD5") return session.challenge !== "" && action.fields.get("key") === key;
    return action.fields.get("secret") === secret;
  }

  function fullyBooted(): string {
    return amiMessage({
      Event: "FullyBooted",
      Privilege: "system,all",
      Uptime: fake.uptimeS,
      LastReload: fake.uptimeS,
      Status: "Fully Booted",
    });
  }
}
