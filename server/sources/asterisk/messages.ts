/** What a message is, where it is one we read: the event's name, or an answer to an action. */
export type MessageKind =
  | "Response"
  | "AgentComplete"
  | "AgentConnect"
  | "AgentRingNoAnswer"
  | "CoreShowChannel"
  | "CoreShowChannelsComplete"
  | "DialBegin"
  | "DialEnd"
  | "FullyBooted"
  | "Hangup"
  | "Hold"
  | "Newexten"
  | "QueueCallerAbandon"
  | "QueueCallerJoin"
  | "QueueCallerLeave"
  | "QueueEntry"
  | "QueueMember"
  | "QueueMemberAdded"
  | "QueueMemberPause"
  | "QueueMemberPaused"
  | "QueueMemberPenalty"
  | "QueueMemberRemoved"
  | "QueueMemberRinginuse"
  | "QueueMemberStatus"
  | "QueueParams"
  | "QueueStatusComplete"
  | "Shutdown"
  | "Unhold"
  | "VarSet";

/** `unneeded`: dropped unread. `nonsense`: neither an event nor an answer. */
export type Sorting = MessageKind | "unneeded" | "nonsense";

const BY_NAME: ReadonlyMap<string, MessageKind> = new Map(
  (
    [
      "AgentComplete",
      "AgentConnect",
      "AgentRingNoAnswer",
      "CoreShowChannel",
      "CoreShowChannelsComplete",
      "DialBegin",
      "DialEnd",
      "FullyBooted",
      "Hangup",
      "Hold",
      "QueueCallerAbandon",
      "QueueCallerJoin",
      "QueueCallerLeave",
      "QueueEntry",
      "QueueMember",
      "QueueMemberAdded",
      "QueueMemberPause",
      "QueueMemberPaused",
      "QueueMemberPenalty",
      "QueueMemberRemoved",
      "QueueMemberRinginuse",
      "QueueMemberStatus",
      "QueueParams",
      "QueueStatusComplete",
      "Shutdown",
      "Unhold",
    ] as const
  ).map((name) => [name, name]),
);

const [A, C, D, E, F, H, N, Q, R, S, U, V] = [65, 67, 68, 69, 70, 72, 78, 81, 82, 83, 85, 86];
const [CR, LF, LOWER_E] = [13, 10, 101];
const EVENT = "Event: ";

/** Says from a few characters whether a message is needed; two thirds of a busy stream are not. */
export function sortMessage(text: string, from: number, to: number): Sorting {
  const first = text.charCodeAt(from);
  if (first === R && text.startsWith("Response: ", from)) return "Response";
  if (first !== E || !text.startsWith(EVENT, from)) return "nonsense";
  const name = from + EVENT.length;
  switch (text.charCodeAt(name)) {
    case V:
      if (!text.startsWith("VarSet", name)) return "unneeded";
      return endsWithLines(text, from, to, "Variable: QUEUESTATUS", "Value: ") ? "VarSet" : "unneeded";
    case N:
      if (text.charCodeAt(name + 3) !== LOWER_E || !text.startsWith("Newexten", name)) return "unneeded";
      return endsWithLines(text, from, to, "Application: Queue", "AppData: ") ? "Newexten" : "unneeded";
    case A:
    case C:
    case D:
    case F:
    case H:
    case Q:
    case S:
    case U:
      return BY_NAME.get(text.slice(name, lineEnd(text, name, to))) ?? "unneeded";
    default:
      return "unneeded";
  }
}

/**
 * Whether a message's last two headers are `line` and one that starts with `last`, as Asterisk writes them; where
 * another header comes last, the whole message is searched for `line`.
 */
function endsWithLines(text: string, from: number, to: number, line: string, last: string): boolean {
  let lastFrom = to;
  while (lastFrom > from && text.charCodeAt(lastFrom - 1) !== LF) lastFrom -= 1;
  if (!text.startsWith(last, lastFrom)) return hasLine(text.slice(from, to), line);
  const stop = text.charCodeAt(lastFrom - 2) === CR ? lastFrom - 2 : lastFrom - 1;
  const start = stop - line.length;
  return start > from && text.charCodeAt(start - 1) === LF && text.startsWith(line, start);
}

function hasLine(message: string, line: string): boolean {
  const at = message.indexOf(`\n${line}`);
  if (at < 0) return false;
  const after = message.charCodeAt(at + 1 + line.length);
  return Number.isNaN(after) || after === CR || after === LF;
}

function lineEnd(text: string, from: number, to: number): number {
  const stop = text.indexOf("\n", from);
  const end = stop < 0 || stop > to ? to : stop;
  return text.charCodeAt(end - 1) === CR ? end - 1 : end;
}

/** The headers we ask for, each as it stands between the line before and its value. */
export const FIELD = {
  appData: "\nAppData: ",
  application: "\nApplication: ",
  bridgeId: "\nBridgeId: ",
  callerName: "\nCallerIDName: ",
  callerNumber: "\nCallerIDNum: ",
  channel: "\nChannel: ",
  destChannel: "\nDestChannel: ",
  destLinkedid: "\nDestLinkedid: ",
  destUniqueid: "\nDestUniqueid: ",
  dialStatus: "\nDialStatus: ",
  dialString: "\nDialString: ",
  exten: "\nExten: ",
  holdTime: "\nHoldTime: ",
  inCall: "\nInCall: ",
  interface: "\nInterface: ",
  lastCall: "\nLastCall: ",
  lastPause: "\nLastPause: ",
  linkedid: "\nLinkedid: ",
  location: "\nLocation: ",
  memberName: "\nMemberName: ",
  name: "\nName: ",
  paused: "\nPaused: ",
  pausedReason: "\nPausedReason: ",
  penalty: "\nPenalty: ",
  queue: "\nQueue: ",
  reason: "\nReason: ",
  ringTime: "\nRingTime: ",
  stateInterface: "\nStateInterface: ",
  status: "\nStatus: ",
  talkTime: "\nTalkTime: ",
  timestamp: "\nTimestamp: ",
  uniqueid: "\nUniqueid: ",
  uptime: "\nUptime: ",
  value: "\nValue: ",
  wait: "\nWait: ",
} as const;
export type Field = (typeof FIELD)[keyof typeof FIELD];

/** A header's value as the bytes stand, one character each; null: not there. */
export function rawField(message: string, field: Field): string | null {
  const at = message.indexOf(field);
  if (at < 0) return null;
  const from = at + field.length;
  return message.slice(from, lineEnd(message, from, message.length));
}

/** A header's whole number; null: not there, or not one. */
export function numberField(message: string, field: Field): number | null {
  const value = rawField(message, field);
  return value !== null && /^\d{1,15}$/.test(value) ? Number(value) : null;
}

/** Every header, for answers to actions: few and small. The first of a name holds. */
export function allHeaders(message: string): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const line of message.split("\n")) {
    const colon = line.indexOf(": ");
    const name = line.slice(0, colon);
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 2).replace(/\r$/, ""));
  }
  return headers;
}
