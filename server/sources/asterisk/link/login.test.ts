import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createLoginDialogue, type LoginStep } from "./login";

const BANNER = "Asterisk Call Manager/11.0.0\r\n";
const CHALLENGE = "Response: Success\r\nActionID: pickup-challenge\r\nChallenge: 170543210\r\n\r\n";
const ACCEPTED = "Response: Success\r\nActionID: pickup-login\r\nMessage: Authentication accepted\r\n\r\n";
const REFUSED = "Response: Error\r\nActionID: pickup-login\r\nMessage: Authentication failed\r\n\r\n";
const BOOTED = "Event: FullyBooted\r\nPrivilege: system,all\r\nUptime: 2\r\n\r\n";

const dialogue = (tls: boolean) => createLoginDialogue({ username: "wall", secret: "s3cret", tls });
const say = (login: ReturnType<typeof dialogue>, text: string): LoginStep => login.read(Buffer.from(text));
const key = createHash("md5").update("170543210s3cret").digest("hex");

describe("the login dialogue", () => {
  test("on an open line the secret stays here: a challenge is asked for and answered", () => {
    const login = dialogue(false);
    expect(say(login, BANNER)).toMatchObject({ kind: "send", action: { name: "Challenge" } });
    expect(say(login, CHALLENGE)).toMatchObject({
      kind: "send",
      action: { name: "Login", username: "wall", proof: { kind: "challenge-answer", key } },
    });
    expect(say(login, ACCEPTED)).toMatchObject({ kind: "done", secretWasSentOpenly: false });
  });

  test("on an encrypted line the secret itself is sent", () => {
    expect(say(dialogue(true), BANNER)).toMatchObject({
      kind: "send",
      action: { name: "Login", proof: { kind: "secret", secret: "s3cret" } },
    });
  });

  test("where the challenge is refused the secret is sent, and that is said", () => {
    const login = dialogue(false);
    say(login, BANNER);
    expect(say(login, "Response: Error\r\nMessage: Must specify AuthType\r\n\r\n")).toMatchObject({
      kind: "send",
      action: { name: "Login", proof: { kind: "secret" } },
    });
    expect(say(login, ACCEPTED)).toMatchObject({ kind: "done", secretWasSentOpenly: true });
  });

  test("the answers may come byte by byte", () => {
    const login = dialogue(false);
    const bytes = [...Buffer.from(BANNER + CHALLENGE + ACCEPTED)];
    const steps = bytes.map((byte) => login.read(Uint8Array.of(byte)).kind).filter((kind) => kind !== "wait");
    expect(steps).toEqual(["send", "send", "done"]);
  });

  test("what follows the answer to Login belongs to the session, to the byte", () => {
    const login = dialogue(true);
    say(login, BANNER);
    const step = say(login, ACCEPTED + BOOTED);
    expect(step.kind === "done" ? Buffer.from(step.rest).toString() : step).toBe(BOOTED);
  });

  test("a wrong secret is told in Asterisk's words", () => {
    const login = dialogue(true);
    say(login, BANNER);
    expect(say(login, REFUSED)).toEqual({ kind: "refused", detail: "Authentication failed" });
  });

  test("whoever is no Asterisk is told by his greeting", () => {
    expect(say(dialogue(false), "SSH-2.0-OpenSSH_9.9\r\n")).toEqual({
      kind: "not-ami",
      detail: 'it greets with "SSH-2.0-OpenSSH_9.9"',
    });
    expect(say(dialogue(false), "x".repeat(20_000)).kind).toBe("not-ami");
  });
});
