import { describe, expect, it } from "vitest";
import { scrubbedError, scrubNumbers } from "./scrub-numbers";

describe("a text for the log", () => {
  it.each([
    ["+4930900174711", "…"],
    ["no queue for +49 30 900174711 at all", "no queue for … at all"],
    ["(030) 900-174 711", "…"],
    ["+49 (0)30 / 900174711", "+49 (0)30 / …"],
    ["tel:0309001", "tel:…"],
    ["123456", "…"],
    ["PJSIP/0309001-0000002a", "PJSIP/…a"],
    ['{"number":"4711081512","name":null}', '{"number":"…","name":null}'],
    ["x0309001y", "x…y"],
    ["٠٣٠٩٠٠١٧", "…"],
    ["030\u00a0900\u20111747", "…"],
    ["1555123456. Next", "…. Next"],
  ])("[PV2] holds no number: %s", (text, scrubbed) => {
    expect(scrubNumbers(text)).toBe(scrubbed);
  });

  it.each([
    "12345 is an extension, 101 too",
    "2026-11-22T09:00:00.123Z",
    "2026-11-22 09:00:00",
    "2026-11-22T10:00:00+01:00",
    "listening on 127.0.0.1:40123",
    "call 1763848970.12 on PJSIP/pbx",
    "atMs 1763848970123",
    "    at foldBack (file:///opt/pickup/dist/pickup.mjs:1234:987654)",
    "waited 12:30, 99.5 %",
  ])("[PV2] keeps what helps to find the fault: %s", (text) => {
    expect(scrubNumbers(text)).toBe(text);
  });

  it("[PV2] of what was thrown says where, and nobody's number", () => {
    const error = new TypeError("cannot call +4930900174711");
    expect(scrubbedError(error, "message")).toBe("cannot call …");
    expect(scrubbedError(error, "stack")).toMatch(/^TypeError: cannot call … at .*scrub-numbers\.test\.ts:\d+:\d+/);
    expect(scrubbedError("4930900174711", "stack")).toBe("…");
  });
});
