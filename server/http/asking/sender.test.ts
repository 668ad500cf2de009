import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { isForwarded, senderOf } from "./sender";
import { createTrustedProxies } from "./trusted-proxies";

const trusted = createTrustedProxies(["10.0.0.5", "192.168.0.0/16", "fd00::/8"]);
const from = (remoteAddress: string, headers: Record<string, string>) =>
  ({ headers: { host: "board.example", ...headers }, socket: { remoteAddress } }) as unknown as IncomingMessage;
const addressOf = (peer: string, forwardedFor: string): string =>
  senderOf(from(peer, { "x-forwarded-for": forwardedFor }), trusted).address;

const isSecure = (proto: string): boolean => senderOf(from("10.0.0.5", { "x-forwarded-proto": proto }), trusted).secure;

describe("where a request comes from", () => {
  it("is the peer, whatever it says of others, unless it is a configured proxy", () => {
    const spoofed = { "x-forwarded-for": "1.1.1.1", "x-forwarded-proto": "https", "x-forwarded-host": "evil.example" };
    for (const peer of ["203.0.113.7", "127.0.0.1", "10.0.0.6", "::1", "fe80::1"]) {
      expect(senderOf(from(peer, spoofed), trusted)).toEqual({ address: peer, secure: false, host: "board.example" });
    }
  });

  it("is whom the proxy names, with the scheme and the host it names", () => {
    const told = { "x-forwarded-for": "203.0.113.7", "x-forwarded-proto": "https", "x-forwarded-host": "wall.example" };
    for (const peer of ["10.0.0.5", "::ffff:10.0.0.5", "192.168.3.4", "fd00::9"]) {
      expect(senderOf(from(peer, told), trusted)).toEqual({
        address: "203.0.113.7",
        secure: true,
        host: "wall.example",
      });
    }
  });

  it("is the first from the right that is no proxy of ours: what stands left of it, anybody may have written", () => {
    expect(addressOf("10.0.0.5", "6.6.6.6, 203.0.113.7")).toBe("203.0.113.7");
    expect(addressOf("10.0.0.5", "6.6.6.6, 203.0.113.7, 192.168.0.9")).toBe("203.0.113.7");
    expect(addressOf("10.0.0.5", "192.168.0.8, 192.168.0.9")).toBe("192.168.0.8");
    expect(addressOf("10.0.0.5", "6.6.6.6, 10.0.0.5, 203.0.113.7, 10.0.0.5")).toBe("203.0.113.7");
  });

  it("is read with a port and in brackets, and believed no further than it is an address", () => {
    expect(addressOf("10.0.0.5", "203.0.113.7:51234")).toBe("203.0.113.7");
    expect(addressOf("10.0.0.5", "[2001:db8::1]:443")).toBe("2001:db8::1");
    expect(addressOf("10.0.0.5", "::ffff:203.0.113.7")).toBe("203.0.113.7");
    expect(addressOf("10.0.0.5", "6.6.6.6, unknown")).toBe("10.0.0.5");
    expect(addressOf("10.0.0.5", "6.6.6.6, <script>, 192.168.0.9")).toBe("192.168.0.9");
    expect(addressOf("10.0.0.5", "")).toBe("10.0.0.5");
  });

  it("came encrypted where the nearest proxy says so", () => {
    expect(["https", "HTTPS", "http, https"].map(isSecure)).toEqual([true, true, true]);
    expect(["http", "https, http", "wss", ""].map(isSecure)).toEqual([false, false, false, false]);
  });
});

it("any header of a proxy shows that there is one", () => {
  for (const name of [
    "forwarded",
    "x-forwarded-for",
    "x-forwarded-proto",
    "x-forwarded-anything",
    "x-real-ip",
    "via",
  ]) {
    expect([name, isForwarded(from("127.0.0.1", { [name]: "" }))]).toEqual([name, true]);
  }
  expect(isForwarded(from("127.0.0.1", { "user-agent": "via" }))).toBe(false);
});
