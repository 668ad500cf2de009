import { createHash } from "node:crypto";
import type { AmiAction } from "./actions";

/** What is said to log in, one answer at a time. */
export type LoginCredentials = {
  readonly username: string;
  readonly secret: string;
  /** The line is encrypted: the secret itself may go over it. */
  readonly tls: boolean;
};

/** What to do after a piece of the greeting has been read. `rest`: bytes that came after the Login response. */
export type LoginStep =
  | { readonly kind: "wait" }
  | { readonly kind: "send"; readonly action: AmiAction; readonly actionId: string }
  | { readonly kind: "done"; readonly rest: Uint8Array; readonly secretWasSentOpenly: boolean }
  | { readonly kind: "refused"; readonly detail: string }
  | { readonly kind: "not-ami"; readonly detail: string };

export type LoginDialogue = { readonly read: (chunk: Uint8Array) => LoginStep };

const GREETING = "Asterisk Call Manager/";
/** Far more than a greeting and two answers ever take. */
const MAX_BYTES = 16 * 1024;
const SHOWN_LENGTH = 60;

type Phase = "greeting" | "challenge" | "login";
type Answer = ReadonlyMap<string, string>;

/**
 * The dialogue from the greeting to the answer to Login, without any I/O. Before that answer Asterisk sends nothing
 * else; what follows it is the stream of the session.
 */
export function createLoginDialogue(credentials: LoginCredentials): LoginDialogue {
  let unread: Buffer = Buffer.alloc(0);
  let phase: Phase = "greeting";
  let secretWasSentOpenly = false;

  return {
    read: (chunk) => {
      unread = Buffer.concat([unread, chunk]);
      const step = nextStep();
      if (step.kind === "wait" && unread.length > MAX_BYTES) {
        return { kind: "not-ami", detail: "it says too much before the login" };
      }
      return step;
    },
  };

  function nextStep(): LoginStep {
    if (phase === "greeting") return readGreeting();
    const answer = takeAnswer();
    if (answer === null) return { kind: "wait" };
    return phase === "challenge" ? answerChallenge(answer) : readVerdict(answer);
  }

  function readGreeting(): LoginStep {
    const end = unread.indexOf("\n");
    if (end === -1) return { kind: "wait" };
    const line = unread.toString("latin1", 0, end).trim();
    unread = unread.subarray(end + 1);
    if (!line.startsWith(GREETING)) {
      return { kind: "not-ami", detail: `it greets with ${JSON.stringify(line.slice(0, SHOWN_LENGTH))}` };
    }
    if (credentials.tls) return sendLogin({ kind: "secret", secret: credentials.secret });
    phase = "challenge";
    return { kind: "send", action: { name: "Challenge" }, actionId: "pickup-challenge" };
  }

  function answerChallenge(answer: Answer): LoginStep {
    const challenge = answer.get("challenge");
    if (answer.get("response") === "Success" && challenge !== undefined) {
      const key = createHash("md5").update(challenge).update(credentials.secret).digest("hex");
      return sendLogin({ kind: "challenge-answer", key });
    }
    secretWasSentOpenly = true;
    return sendLogin({ kind: "secret", secret: credentials.secret });
  }

  function sendLogin(proof: Extract<AmiAction, { name: "Login" }>["proof"]): LoginStep {
    phase = "login";
    return {
      kind: "send",
      action: { name: "Login", username: credentials.username, proof },
      actionId: "pickup-login",
    };
  }

  function readVerdict(answer: Answer): LoginStep {
    if (answer.get("response") === "Success") return { kind: "done", rest: unread, secretWasSentOpenly };
    return { kind: "refused", detail: (answer.get("message") ?? "no reason given").slice(0, SHOWN_LENGTH) };
  }

  /** The next whole message, its field names in lower case; null until its empty line is there. */
  function takeAnswer(): Answer | null {
    const fields = new Map<string, string>();
    let from = 0;
    for (let end = unread.indexOf("\n", from); end !== -1; end = unread.indexOf("\n", from)) {
      const line = unread.toString("utf8", from, end).replace(/\r$/, "");
      from = end + 1;
      if (line !== "") {
        const colon = line.indexOf(":");
        if (colon > 0) fields.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
      } else if (fields.size > 0) {
        unread = unread.subarray(from);
        return fields;
      }
    }
    return null;
  }
}
