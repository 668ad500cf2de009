import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export type ReceivedMail = { readonly to: readonly string[]; readonly raw: string };
export type MailServer = {
  readonly port: number;
  readonly mails: readonly ReceivedMail[];
  readonly connections: () => number;
  readonly close: () => Promise<void>;
};

/** A real mail server on this machine that takes all, or what its options say. @param port 0: any */
export async function openMailServer(options: SMTPServerOptions = {}, port = 0): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  let connections = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    closeTimeout: 100,
    onConnect: (_session, done) => {
      connections += 1;
      done();
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        mails.push({ to, raw: Buffer.concat(chunks).toString("utf8") });
        done(null, "Ok: queued");
      });
    },
    ...options,
  });
  // A client that leaves in the middle is none of ours.
  server.on("error", () => {});
  await new Promise<void>((resolve) => void server.listen(port, "127.0.0.1", resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    connections: () => connections,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

/** Names of the header lines, folded ones counted once. */
export const headerNames = (raw: string): readonly string[] =>
  headerOf(raw)
    .split("\r\n")
    .map((line) => line.slice(0, line.indexOf(":")));

export const headerLine = (raw: string, name: string): string =>
  headerOf(raw)
    .split("\r\n")
    .find((line) => line.startsWith(`${name}:`)) ?? "";

const headerOf = (raw: string): string => raw.slice(0, raw.indexOf("\r\n\r\n")).replace(/\r\n[ \t]+/g, " ");

/** The text of a mail of one part, whichever way it was packed. */
export function bodyOf(raw: string): string {
  const body = raw.slice(raw.indexOf("\r\n\r\n") + 4);
  const encoding = headerLine(raw, "Content-Transfer-Encoding");
  if (encoding.endsWith("base64")) return Buffer.from(body, "base64").toString("utf8");
  if (!encoding.endsWith("quoted-printable")) return body;
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_found, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
