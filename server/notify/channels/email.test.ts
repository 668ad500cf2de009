import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import type { EmailChannelConfig } from "../../../lib/alerts/channel-config";
import { selfSigned } from "../../testing/self-signed";
import type { Channel } from "../channel";
import { bodyOf, headerLine, headerNames, type MailServer, openMailServer } from "../testing/mail-server";
import { dated, HOSTILE_NAMES, NEVER, OUTGOING, PARTS } from "../testing/parts";
import { fired, resolved } from "../testing/some-news";
import { createEmailChannel } from "./email";

const channelTo = (port: number, more: Partial<EmailChannelConfig> = {}, outgoing = OUTGOING): Channel =>
  createEmailChannel(
    {
      kind: "email",
      id: "mail",
      from: "pickup@example.com",
      to: ["leads@example.com", "office@example.com"],
      host: "127.0.0.1",
      port,
      tls: "off",
      login: null,
      ...more,
    },
    { ...PARTS, outgoing },
  );

const sendTo = (port: number, more: Partial<EmailChannelConfig> = {}, outgoing = OUTGOING) =>
  channelTo(port, more, outgoing).send(dated([fired("a"), resolved("b")]), NEVER);

async function withServer(options: Parameters<typeof openMailServer>[0], use: (server: MailServer) => Promise<void>) {
  const server = await openMailServer(options);
  try {
    await use(server);
  } finally {
    await server.close();
  }
}

const HEADERS = [
  "From",
  "To",
  "Subject",
  "Message-ID",
  "Auto-Submitted",
  "Content-Transfer-Encoding",
  "Date",
  "MIME-Version",
  "Content-Type",
];

describe("[NO24] mail", () => {
  it("is one mail of plain text to all", () =>
    withServer({}, async ({ port, mails }) => {
      expect(await sendTo(port)).toEqual({ kind: "delivered", status: 250, answer: "Ok: queued" });
      expect(mails).toHaveLength(1);
      const { to, raw } = mails[0] ?? { to: [], raw: "" };
      expect(to).toEqual(["leads@example.com", "office@example.com"]);
      expect(headerLine(raw, "From")).toBe("From: pickup@example.com");
      expect(headerLine(raw, "To")).toBe("To: leads@example.com, office@example.com");
      expect(headerLine(raw, "Auto-Submitted")).toBe("Auto-Submitted: auto-generated");
      expect(headerLine(raw, "Content-Type")).toBe("Content-Type: text/plain; charset=utf-8");
      expect([...headerNames(raw)].sort()).toEqual([...HEADERS].sort());
      expect(bodyOf(raw).replace(/\r\n/g, "\n").trimEnd()).toBe(
        [
          "Warning – Support: service level",
          "11 of 38 late in 15 min, since 09:00",
          "",
          "Resolved – Support: service level",
          "back to normal, after 1:00",
          "",
          "-- ",
          "Pickup · Acme",
        ].join("\n"),
      );
    }));

  it("has the same Message-ID however often it is sent", () =>
    withServer({}, async ({ port, mails }) => {
      await sendTo(port);
      await sendTo(port);
      const ids = mails.map(({ raw }) => headerLine(raw, "Message-ID"));
      expect(ids[0]).toMatch(/^Message-ID: <msg_[\w-]{24}@example\.com>$/);
      expect(new Set(ids).size).toBe(1);
    }));

  it("[NO30] no name becomes a header line, a recipient, a link or a second part", () =>
    withServer({}, async ({ port, mails }) => {
      const channel = channelTo(port);
      for (const subjectName of HOSTILE_NAMES) {
        const news = dated([fired("a", { subjectName, severity: "critical" })]);
        expect(await channel.send(news, NEVER)).toMatchObject({ kind: "delivered" });
      }
      expect(mails).toHaveLength(HOSTILE_NAMES.length);
      for (const { to, raw } of mails) {
        expect(to).toEqual(["leads@example.com", "office@example.com"]);
        expect([...headerNames(raw)].sort()).toEqual([...HEADERS].sort());
        expect(bodyOf(raw).split(/\r?\n/).slice(1, 4)).toEqual([expect.any(String), "", "-- "]);
        expect(bodyOf(raw)).not.toMatch(/[<>]|@[^\u2060]|:\/\/|\]\(|www\.[a-z]/);
      }
    }));

  it("an address with a line break or a second address in it is one address or none", () =>
    withServer({}, async ({ port, mails }) => {
      await sendTo(port, { to: ["leads@example.com\r\nBcc: evil@evil.example", "office@example.com"] });
      await sendTo(port, { to: ["leads@example.com, evil@evil.example"] });
      await sendTo(port, { from: "pickup@example.com\r\nX-Evil: 1" });
      for (const { to, raw } of mails) {
        expect(headerNames(raw).filter((name) => !HEADERS.includes(name))).toEqual([]);
        expect(to).not.toContain("evil@evil.example");
      }
    }));

  it("[NO1] no mail goes to a private address but by the switch, nor elsewhere than was tested", () =>
    withServer({}, async ({ port, connections }) => {
      const closed = { ...OUTGOING, privateAddresses: false };
      for (const host of ["127.0.0.1", "::1", "localhost", "127.1", "0x7f000001", "2130706433", "::ffff:7f00:1"]) {
        expect(await sendTo(port, { host }, closed)).toMatchObject({ kind: "later", status: null });
      }
      let asks = 0;
      const resolve = async () => {
        asks += 1;
        return [{ address: asks === 1 ? "93.184.215.14" : "127.0.0.1", family: 4 }];
      };
      const rebound = { privateAddresses: false, resolve, withinMs: 100 };
      expect(await sendTo(port, { host: "localhost" }, rebound)).toMatchObject({ kind: "later", status: null });
      expect(asks).toBe(1);
      expect(connections()).toBe(0);
      expect(await sendTo(port, { host: "localhost" })).toMatchObject({ kind: "delivered" });
    }));
});

describe("[NO24] encryption and login", () => {
  it.each(["starttls", "tls"] as const)("%s is not given up where there is none", (tls) =>
    withServer({}, async ({ port, mails }) => {
      const outcome = await sendTo(port, { tls }, { ...OUTGOING, withinMs: 500 });
      expect(outcome).toMatchObject({ kind: "later" });
      expect(mails).toEqual([]);
    }),
  );

  it.each([
    ["starttls", false],
    ["tls", true],
  ] as const)("%s: nothing is said to whom nobody vouches for", (tls, secure) =>
    withServer({ ...selfSigned(), secure, disabledCommands: [] }, async ({ port, mails }) => {
      const login = { username: "pickup", password: "swordfish-42" };
      expect(await sendTo(port, { tls, login, host: "localhost" })).toMatchObject({ kind: "later", status: null });
      expect(mails).toEqual([]);
    }),
  );

  it("a login is given where there is one, and is never repeated", () => {
    const login = { username: "pickup", password: "swordfish-42" };
    const options: Parameters<typeof openMailServer>[0] = {
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username = "", password = "" }, _session, done) =>
        username === "pickup" && password === "swordfish-42"
          ? done(null, { user: username })
          : done(new Error(`wrong: ${username} ${password}`)),
    };
    return withServer(options, async ({ port, mails }) => {
      expect(await sendTo(port, { login })).toMatchObject({ kind: "delivered" });
      const wrong = await sendTo(port, { login: { ...login, password: "wrong-password" } });
      expect(wrong).toMatchObject({ kind: "later", status: 535 });
      expect(wrong.answer).not.toContain("wrong-password");
      expect(await sendTo(port)).toMatchObject({ kind: "later", status: 530 });
      expect(mails).toHaveLength(1);
    });
  });
});

const saying = (code: number, text: string): Error => Object.assign(new Error(text), { responseCode: code });

describe("[NO24] what a mail server answers", () => {
  it.each([
    [452, "later"],
    [552, "refused"],
    [554, "refused"],
  ] as const)("%i to the text: %s", (code, kind) =>
    withServer(
      { onData: (stream, _session, done) => void stream.resume().on("end", () => done(saying(code, "no"))) },
      async ({ port }) => {
        expect(await sendTo(port)).toEqual({
          kind,
          status: code,
          answer: "no",
          ...(kind === "later" && { afterMs: null }),
        });
      },
    ),
  );

  it.each([450, 550])("%i to every recipient: later", (code) =>
    withServer({ onRcptTo: (_address, _session, done) => done(saying(code, "unknown")) }, async ({ port, mails }) => {
      expect(await sendTo(port)).toMatchObject({ kind: "later", status: code });
      expect(mails).toEqual([]);
    }),
  );

  it("to one of two: it is sent, and says so", () =>
    withServer(
      {
        onRcptTo: ({ address }, _session, done) =>
          address.startsWith("office") ? done(saying(550, "unknown")) : done(),
      },
      async ({ port, mails }) => {
        const answer = "sent (1 of 2 recipients refused)";
        expect(await sendTo(port)).toEqual({ kind: "delivered", status: 250, answer });
        expect(mails.map(({ to }) => to)).toEqual([["leads@example.com"]]);
      },
    ));

  it("recipients are not repeated, as servers like to do", () =>
    withServer(
      {
        onRcptTo: (_address, _session, done) =>
          done(saying(550, "5.1.1 <leads@example.com>: no leads@Example.com, sorry")),
      },
      async ({ port }) => {
        const { answer } = await sendTo(port);
        expect(answer).not.toMatch(/@|leads/);
        expect(answer).toContain("sorry");
      },
    ));

  it("nobody there, nobody who speaks, nobody who speaks SMTP, and being stopped: later", async () => {
    const silent = createServer(() => {});
    const other = createServer((socket) => void socket.on("error", () => {}).end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    for (const server of [silent, other]) await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
    const portOf = (server: typeof silent): number => (server.address() as AddressInfo).port;
    const short = { ...OUTGOING, withinMs: 100 };
    expect(await sendTo(1)).toEqual({ kind: "later", afterMs: null, status: null, answer: "nobody listens there" });
    expect(await sendTo(portOf(silent), {}, short)).toMatchObject({ kind: "later", answer: "no answer within 0.3 s" });
    expect(await sendTo(portOf(other), {}, short)).toMatchObject({ kind: "later" });
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 50);
    const stopped = channelTo(portOf(silent)).send(dated([fired("a")]), stop.signal);
    expect(await stopped).toMatchObject({ kind: "later", answer: "we stopped" });
    silent.close();
    other.close();
  });
});
