import { describe, expect, test } from "vitest";
import { createHostRule, type HostRuleParts } from "./host";

const OWN = ["localhost", "localhost:3000", "LOCALHOST.", "127.0.0.1:3000", "127.9.9.9", "[::1]:3000", "[::1]"];
const ADDRESSES = ["10.0.0.9:3000", "[fe80::1]:3000", "0.0.0.0"];
const NAMES = ["wallboard:3000", "wallboard.local", "WallBoard.LOCAL:80"];
const STRANGERS = [
  "evil.example",
  "evil.example:3000",
  "127.0.0.1.evil.example",
  "127.evil.example",
  "localhost.evil.example",
  "evil.localhost",
  "wallboard.evil.example",
  "localhost@evil.example",
  "evil.example/localhost",
  "localhost, evil.example",
  "a; script-src *",
  "localhost:port",
  "",
];

const allowed = (parts: Partial<HostRuleParts>, hosts: readonly string[]): string[] => {
  const rule = createHostRule({ host: "127.0.0.1", hostnames: ["wallboard"], origins: [], ...parts });
  return hosts.filter(rule);
};
const ALL = [...OWN, ...ADDRESSES, ...NAMES, ...STRANGERS];

describe("the hosts a request may name", () => {
  test.each(["127.0.0.1", "127.0.0.2", "localhost", "::1"])("bound to %s: this machine's own alone", (host) => {
    expect(allowed({ host }, ALL)).toEqual(OWN);
  });

  test.each(["0.0.0.0", "::", "10.0.0.9"])("bound to %s: addresses and this machine's name too", (host) => {
    expect(allowed({ host }, ALL)).toEqual([...OWN, ...ADDRESSES, ...NAMES]);
    expect(allowed({ host, hostnames: ["wallboard.local"] }, NAMES)).toEqual(NAMES);
  });

  test("the name it is bound to is its own, and so is the host of a configured origin, on any port", () => {
    expect(allowed({ host: "tv.lan" }, ["tv.lan:3000", "tv.lan"])).toEqual(["tv.lan:3000", "tv.lan"]);
    const origins = ["https://board.example", "http://[2001:db8::1]:8080"];
    const theirs = ["board.example", "Board.Example:3000", "[2001:db8::1]"];
    expect(allowed({ origins }, [...theirs, ...STRANGERS])).toEqual(theirs);
  });

  test("a request that names none comes from no browser", () => {
    expect(createHostRule({ host: "127.0.0.1", hostnames: [], origins: [] })(undefined)).toBe(true);
  });
});
