import { isIP } from "node:net";
import type { EmailChannelConfig } from "../../../lib/alerts/channel-config";
import type { Channel, SendOutcome } from "../channel";
import { composeMessage, composeTest, type Message } from "../message/compose";
import { cut, inert } from "../message/inert";
import { type Outgoing, untilAborted, whyUnanswered } from "../outgoing/ask";
import { withEither } from "../outgoing/with-either";
import type { ChannelParts } from "./channel-parts";
import { shownAnswer } from "./http-outcome";
import { openSmtpSocket } from "./smtp-socket";

const LONGEST_SUBJECT = 150;
/** Mail servers take their time with those whom they do not know. */
const MAIL_TAKES_TIMES = 3;

/** One mail to all, by SMTP (NO24). */
export function createEmailChannel(config: EmailChannelConfig, parts: ChannelParts): Channel {
  const { clock, style, outgoing } = parts;
  const mail = (message: Message, signal: AbortSignal) => sendMail(mailOf(message, config), config, outgoing, signal);
  return {
    id: config.id,
    kind: "email",
    send: (news, signal) => mail(composeMessage(news, style, clock.nowMs()), signal),
    sendTest: (signal) => mail(composeTest(style, clock.nowMs()), signal),
  };
}

type Mail = ReturnType<typeof mailOf>;

/** Addresses are given as such and not as text, so that none of them can be two. */
function mailOf(message: Message, { from, to }: EmailChannelConfig) {
  const lines = message.entries.flatMap((entry) => [
    inert(entry.title),
    inert(entry.says),
    ...entry.lines.map((each) => `- ${inert(each)}`),
    "",
  ]);
  // Mail programs make a link of an address, which this one is to be.
  if (message.link !== null) lines.push(message.link.says, message.link.url, "");
  return {
    from: bare(from),
    to: to.map(bare),
    subject: cut(inert(message.headline), LONGEST_SUBJECT),
    text: [...lines, "-- ", inert(message.from), ""].join("\n"),
    messageId: `<${message.id}@${from.slice(from.lastIndexOf("@") + 1)}>`,
    headers: { "Auto-Submitted": "auto-generated" },
  };
}

const bare = (address: string) => ({ name: "", address });

async function sendMail(
  mail: Mail,
  config: EmailChannelConfig,
  outgoing: Outgoing,
  signal: AbortSignal,
): Promise<SendOutcome> {
  const withinMs = outgoing.withinMs * MAIL_TAKES_TIMES;
  const late = AbortSignal.timeout(withinMs);
  try {
    return await withEither([signal, late], (either) => talk(mail, config, outgoing, withinMs, either));
  } catch (error) {
    if (late.aborted) return notSent(`no answer within ${withinMs / 1_000} s`);
    return signal.aborted ? notSent("we stopped") : smtpOutcome(error, config);
  }
}

async function talk(
  mail: Mail,
  config: EmailChannelConfig,
  outgoing: Outgoing,
  withinMs: number,
  signal: AbortSignal,
): Promise<SendOutcome> {
  const { host, port, tls, login } = config;
  const opened = await openSmtpSocket({ host, port }, outgoing, signal);
  if (opened.kind === "closed") return notSent(opened.why);
  // Where no mail is sent, none of this is loaded.
  const { createTransport } = await import("nodemailer");
  const transport = createTransport({
    connection: opened.socket,
    host,
    port,
    secure: tls === "tls",
    requireTLS: tls === "starttls",
    ignoreTLS: tls === "off",
    tls: isIP(host) === 0 ? { servername: host } : {},
    greetingTimeout: withinMs,
    socketTimeout: withinMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(login === null ? {} : { auth: { user: login.username, pass: login.password } }),
  });
  try {
    const { response, rejected } = await untilAborted(transport.sendMail(mail), signal);
    const refused = rejected.length === 0 ? "" : ` (${rejected.length} of ${config.to.length} recipients refused)`;
    return { kind: "delivered", ...answerOf(response, config), ...(refused && { answer: `sent${refused}` }) };
  } finally {
    opened.socket.destroy();
  }
}

const notSent = (answer: string): SendOutcome => ({ kind: "later", afterMs: null, status: null, answer });

/** NO24: what a server says of the text of a mail is final; what it says of itself, of us or of recipients is not. */
function smtpOutcome(error: unknown, config: EmailChannelConfig): SendOutcome {
  const { response, command, code } = saidBy(error);
  if (response === null) return notSent(TROUBLE.get(code ?? "") ?? whyUnanswered(error));
  const answer = answerOf(response, config);
  const isFinal = command === "DATA" && answer.status !== null && answer.status >= 500;
  return isFinal ? { kind: "refused", ...answer } : { kind: "later", afterMs: null, ...answer };
}

const TROUBLE: ReadonlyMap<string, string> = new Map([
  ["ETLS", "the mail server does not encrypt, or nobody vouches for its certificate"],
  ["ESOCKET", "the connection failed, or nobody vouches for the certificate of the host"],
  ["ECONNECTION", "the mail server ended the connection"],
]);

/** Servers repeat recipients, whom not everybody need know who reads of it. */
const ADDRESS = /[^\s<>"'(),;:@]{1,64}@[^\s<>"'(),;:@]+/g;

/** `250 2.0.0 Ok: queued` */
function answerOf(response: string, { login }: EmailChannelConfig): { status: number | null; answer: string } {
  const [, digits, text] = /^(\d{3})[ -]?(.*)/s.exec(response) ?? [null, null, response];
  const secrets = login === null || login.password === "" ? [] : [login.password];
  return {
    status: digits == null ? null : Number(digits),
    answer: shownAnswer((text ?? "").replace(ADDRESS, "…"), secrets),
  };
}

function saidBy(error: unknown) {
  const said = new Map(typeof error === "object" && error !== null ? Object.entries(error) : []);
  const textOf = (key: string): string | null => {
    const value: unknown = said.get(key);
    return typeof value === "string" ? value : null;
  };
  return { response: textOf("response"), command: textOf("command"), code: textOf("code") };
}
