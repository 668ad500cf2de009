/** How things stand in the fake: what its lists tell. */
export type FakeModel = {
  readonly queues: readonly FakeQueue[];
  readonly channels: readonly FakeChannel[];
};
export type FakeQueue = {
  readonly name: string;
  readonly members: readonly FakeMember[];
  readonly entries: readonly FakeEntry[];
};
export type FakeMember = {
  readonly name: string;
  readonly location: string;
  /** Device state: 1 not in use, 2 in use, 5 unavailable, 6 ringing. */
  readonly status: number;
  readonly paused?: boolean;
  readonly pausedReason?: string;
  readonly inCall?: boolean;
};
export type FakeEntry = {
  readonly uniqueid: string;
  readonly channel: string;
  readonly callerNumber: string;
  readonly callerName: string;
  readonly waitS: number;
};
export type FakeChannel = {
  readonly uniqueid: string;
  readonly linkedid: string;
  readonly channel: string;
  readonly callerNumber: string;
  readonly application: string;
  readonly applicationData: string;
  readonly bridgeId: string;
};

export type AmiFields = Readonly<Record<string, string | number>>;

export const EMPTY_MODEL: FakeModel = { queues: [], channels: [] };

/** A message as Asterisk writes it: CRLF after each field, an empty line at the end, nothing escaped. */
export function amiMessage(fields: AmiFields): string {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${lines.join("")}\r\n`;
}

/** A live event at an instant by Asterisk's clock. */
export function amiEvent(event: string, privilege: string, atMs: number, fields: AmiFields): string {
  const timestamp = `${Math.floor(atMs / 1000)}.${String(Math.floor(atMs % 1000)).padStart(3, "0")}000`;
  return amiMessage({ Event: event, Privilege: `${privilege},all`, Timestamp: timestamp, ...fields });
}

/** The channel fields that stand in every event of a call. */
export function callFields(entry: FakeEntry): AmiFields {
  return {
    Channel: entry.channel,
    ChannelState: 6,
    ChannelStateDesc: "Up",
    CallerIDNum: entry.callerNumber,
    CallerIDName: entry.callerName,
    ConnectedLineNum: "<unknown>",
    ConnectedLineName: "<unknown>",
    Language: "en",
    AccountCode: "",
    Context: "from-trunk",
    Exten: "7010",
    Priority: 2,
    Uniqueid: entry.uniqueid,
    Linkedid: entry.uniqueid,
  };
}

/** The rows of QueueStatus, ended by QueueStatusComplete. */
export function queueStatusRows(model: FakeModel, actionId: string): string {
  const rows = model.queues.flatMap((queue) => [
    amiMessage({
      Event: "QueueParams",
      Queue: queue.name,
      Max: 0,
      Strategy: "ringall",
      Calls: queue.entries.length,
      Holdtime: 0,
      TalkTime: 0,
      Completed: 0,
      Abandoned: 0,
      ServiceLevel: 60,
      ServicelevelPerf: "0.0",
      ServicelevelPerf2: "0.0",
      Weight: 0,
      ActionID: actionId,
    }),
    ...queue.members.map((member) => memberRow(queue.name, member, actionId)),
    ...queue.entries.map((entry, index) => entryRow(queue.name, entry, index + 1, actionId)),
  ]);
  return [...rows, listEnd("QueueStatusComplete", rows.length, actionId)].join("");
}

function memberRow(queue: string, member: FakeMember, actionId: string): string {
  return amiMessage({
    Event: "QueueMember",
    Queue: queue,
    Name: member.name,
    Location: member.location,
    StateInterface: member.location,
    Membership: "static",
    Penalty: 0,
    CallsTaken: 0,
    LastCall: 0,
    LastPause: 0,
    LoginTime: 1795324930,
    InCall: member.inCall === true ? 1 : 0,
    Status: member.status,
    Paused: member.paused === true ? 1 : 0,
    PausedReason: member.pausedReason ?? "",
    Wrapuptime: 0,
    ActionID: actionId,
  });
}

function entryRow(queue: string, entry: FakeEntry, position: number, actionId: string): string {
  return amiMessage({
    Event: "QueueEntry",
    Queue: queue,
    Position: position,
    Channel: entry.channel,
    Uniqueid: entry.uniqueid,
    CallerIDNum: entry.callerNumber,
    CallerIDName: entry.callerName,
    ConnectedLineNum: "unknown",
    ConnectedLineName: "unknown",
    Wait: entry.waitS,
    Priority: 0,
    ActionID: actionId,
  });
}

/** The rows of CoreShowChannels, ended by CoreShowChannelsComplete. */
export function channelRows(model: FakeModel, actionId: string): string {
  const rows = model.channels.map((channel) =>
    amiMessage({
      Event: "CoreShowChannel",
      ActionID: actionId,
      Channel: channel.channel,
      ChannelState: 6,
      ChannelStateDesc: "Up",
      CallerIDNum: channel.callerNumber,
      CallerIDName: "",
      ConnectedLineNum: "",
      ConnectedLineName: "",
      Language: "en",
      AccountCode: "",
      Context: "from-trunk",
      Exten: "7010",
      Priority: 2,
      Uniqueid: channel.uniqueid,
      Linkedid: channel.linkedid,
      Application: channel.application,
      ApplicationData: channel.applicationData,
      Duration: "00:00:10",
      BridgeId: channel.bridgeId,
    }),
  );
  return [...rows, listEnd("CoreShowChannelsComplete", rows.length, actionId)].join("");
}

function listEnd(event: string, count: number, actionId: string): string {
  return amiMessage({ Event: event, ActionID: actionId, EventList: "Complete", ListItems: count });
}
