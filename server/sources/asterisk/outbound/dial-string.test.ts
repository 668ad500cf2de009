import { describe, expect, it } from "vitest";
import { deviceOf, deviceOfInterface, isDevice, numberDialled } from "./dial-string";

describe("what Dial() was given", () => {
  it.each([
    ["5511955550001@carrier", "05511955550001", "5511955550001"],
    ["+351215550002@carrier", "s", "+351215550002"],
    ["carrier/sip:5511955550005@127.0.0.1:5060", "s", "5511955550005"],
    ["carrier/sips:+4930111@sbc.example.com;transport=tls", "s", "+4930111"],
    ["carrier/5511955550001", "s", "5511955550001"],
    ["g1/030 111-22", "s", "030 111-22"],
    ["0049301112222@carrier", "00049301112222", "+49301112222"],
    ["10/5511955550001", "s", "5511955550001"],
    ["carrier/5511955550001@default", "s", "5511955550001"],
    ["user:secret@provider.example.com/5511955550001", "s", "5511955550001"],
    ["5511955550004@out/n", "65511955550004", "5511955550004"],
    // The carrier wants more than the number: what was dialled is told.
    ["77#5511955550001@carrier", "05511955550001", "05511955550001"],
    ["carrier/sip:bob@example.com", "+5511955550001", "+5511955550001"],
  ])("[RE22] %s, in extension %s: %s", (dialString, exten, number) => {
    expect(numberDialled(dialString, exten)).toBe(number);
    expect(isDevice(dialString)).toBe(false);
  });

  it.each([["1005"], ["1005/sip:1005@127.0.0.1:6205"], [""]])("[RE21] a telephone by its name: %s", (dialString) => {
    expect(numberDialled(dialString, "1005")).toBeNull();
    expect(isDevice(dialString)).toBe(true);
  });

  it.each([
    ["bob@carrier", "s"],
    ["*98@carrier", null],
    ["carrier/", "h"],
  ])("[RE22] no number: %s in %s", (text, exten) => {
    expect(numberDialled(text, exten)).toBeNull();
    expect(isDevice(text)).toBe(false);
  });
});

it("names the device of a channel as that of a member's interface", () => {
  expect(deviceOf("PJSIP/1001-0000000b")).toBe(deviceOfInterface("PJSIP/1001"));
  expect(deviceOf("Local/1011@agents-00000001;2")).toBe(deviceOfInterface("Local/1011@agents/n"));
  expect(deviceOf("SIP/desk-4-000000a1")).toBe("SIP/desk-4");
  expect(deviceOf("")).toBe("");
});
