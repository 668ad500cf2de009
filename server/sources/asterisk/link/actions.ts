import { assertNever } from "../../../../lib/vocabulary";

/**
 * Everything that is ever said to Asterisk. All of it only asks: several other actions that change a queue are open to
 * any session that has logged in, whatever its rights.
 */
export type AmiAction =
  | { readonly name: "Challenge" }
  | { readonly name: "Login"; readonly username: string; readonly proof: LoginProof }
  | { readonly name: "QueueStatus" }
  | { readonly name: "CoreShowChannels" }
  | { readonly name: "Ping" }
  | { readonly name: "Logoff" };

/** `challenge-answer`: the hash that goes over an open line instead of the secret. */
export type LoginProof =
  { readonly kind: "secret"; readonly secret: string } | { readonly kind: "challenge-answer"; readonly key: string };

/** The closed list; what a fake Asterisk checks against. */
export const AMI_ACTION_NAMES = [
  "Challenge",
  "Login",
  "QueueStatus",
  "CoreShowChannels",
  "Ping",
  "Logoff",
] as const satisfies readonly AmiAction["name"][];

/**
 * The classes of events that tell of queues: calls (hold, transfer, hang-up), members, and the variable that says why
 * a caller left (dialplan). Without the others about half of a busy stream never leaves Asterisk.
 */
export const EVENT_MASK = "system,call,agent,dialplan";

/** Asterisk cuts a longer line without a word. */
const MAX_LINE_BYTES = 1_000;

/** `refused`: a value that could be read as another line or action; `problem` names the field and never its value. */
export type EncodedAction =
  { readonly kind: "bytes"; readonly text: string } | { readonly kind: "refused"; readonly problem: string };

/** The bytes of an action, or why it must not be sent. */
export function encodeAction(action: AmiAction, actionId: string): EncodedAction {
  const headers: readonly (readonly [string, string])[] = [
    ["Action", action.name],
    ["ActionID", actionId],
    ...headersOf(action),
  ];
  for (const [field, value] of headers) {
    const problem = problemOfValue(field, value);
    if (problem !== null) return { kind: "refused", problem };
  }
  const lines = headers.map(([field, value]) => `${field}: ${value}\r\n`);
  return { kind: "bytes", text: `${lines.join("")}\r\n` };
}

function headersOf(action: AmiAction): readonly (readonly [string, string])[] {
  switch (action.name) {
    case "Challenge":
      return [["AuthType", "MD5"]];
    case "Login":
      return [["Username", action.username], ...proofHeaders(action.proof), ["Events", EVENT_MASK]];
    case "QueueStatus":
    case "CoreShowChannels":
    case "Ping":
    case "Logoff":
      return [];
    default:
      return assertNever(action);
  }
}

function proofHeaders(proof: LoginProof): readonly (readonly [string, string])[] {
  switch (proof.kind) {
    case "secret":
      return [["Secret", proof.secret]];
    case "challenge-answer":
      return [
        ["AuthType", "MD5"],
        ["Key", proof.key],
      ];
    default:
      return assertNever(proof);
  }
}

/** Asterisk ends a line at CRLF and at a bare LF, so each character is refused on its own. */
function problemOfValue(field: string, value: string): string | null {
  if (value.includes("\r")) return `${field} contains a carriage return`;
  if (value.includes("\n")) return `${field} contains a line feed`;
  if (value.includes("\0")) return `${field} contains a NUL`;
  if (Buffer.byteLength(value) > MAX_LINE_BYTES) return `${field} is longer than ${MAX_LINE_BYTES} bytes`;
  return null;
}
