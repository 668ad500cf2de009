import { describe, expect, test } from "vitest";
import { type AmiAction, encodeAction } from "./actions";

const login = (username: string, secret: string): AmiAction => ({
  name: "Login",
  username,
  proof: { kind: "secret", secret },
});

describe("what is said to Asterisk", () => {
  test("an action is its headers and an empty line", () => {
    expect(encodeAction({ name: "QueueStatus" }, "pickup-queues-1")).toEqual({
      kind: "bytes",
      text: "Action: QueueStatus\r\nActionID: pickup-queues-1\r\n\r\n",
    });
  });

  test("Login subscribes to the events that tell of queues in the same breath", () => {
    expect(encodeAction(login("wall", "s3cret"), "1")).toEqual({
      kind: "bytes",
      text: "Action: Login\r\nActionID: 1\r\nUsername: wall\r\nSecret: s3cret\r\nEvents: system,call,agent,dialplan\r\n\r\n",
    });
  });

  const smuggled: readonly (readonly [string, string, string])[] = [
    ["a carriage return", "\r", "a carriage return"],
    ["a bare line feed", "\n", "a line feed"],
    ["both", "\r\n", "a carriage return"],
    ["a NUL", "\0", "a NUL"],
  ];
  test.each(smuggled)("%s in a value is refused, whichever value it is", (_name, character, words) => {
    const evil = `x${character}Action: QueueReset`;
    expect(encodeAction(login(evil, "s"), "1")).toEqual({ kind: "refused", problem: `Username contains ${words}` });
    expect(encodeAction(login("u", evil), "1")).toEqual({ kind: "refused", problem: `Secret contains ${words}` });
    expect(encodeAction({ name: "Ping" }, evil)).toEqual({ kind: "refused", problem: `ActionID contains ${words}` });
  });

  test("a value that Asterisk would cut short is refused", () => {
    expect(encodeAction(login("u", "é".repeat(500)), "1").kind).toBe("bytes");
    expect(encodeAction(login("u", "é".repeat(501)), "1")).toEqual({
      kind: "refused",
      problem: "Secret is longer than 1000 bytes",
    });
  });
});
