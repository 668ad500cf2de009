import { expect, test } from "vitest";
import { callAddress, isPage, recordingAddress } from "./addresses";

test("[RE50] a telephone is opened by tel, sip, sips and web addresses", () => {
  for (const address of [
    "tel:+4930123",
    "sip:+4930123@pbx",
    "sips:a@b",
    "https://phone.example/?to=%2B49",
    "http://a/",
  ])
    expect(callAddress(address)).toBe(address);
});

test.each([
  "javascript:alert(1)",
  " javascript:alert(1)",
  "data:text/html,x",
  "file:///etc/passwd",
  "callto",
  "/call",
  "",
])("[RE50] nothing else opens: %s", (address) => {
  expect(callAddress(address)).toBeNull();
  expect(recordingAddress(address)).toBeNull();
});

test("[RE50] a telephone gets its + as it is dialled, a page as it was written", () => {
  expect(callAddress("tel:%2B4930123")).toBe("tel:+4930123");
  expect(callAddress("sip:%2b4930123@pbx")).toBe("sip:+4930123@pbx");
  expect(callAddress("https://phone.example/?to=%2B49")).toBe("https://phone.example/?to=%2B49");
});

test("[RE50] a recording is a page; where there is none there is no link", () => {
  expect(recordingAddress("https://pbx/rec/1.wav")).toBe("https://pbx/rec/1.wav");
  expect(recordingAddress("tel:1")).toBeNull();
  expect([callAddress(null), recordingAddress(null)]).toEqual([null, null]);
  expect([isPage("https://a/"), isPage("tel:1")]).toEqual([true, false]);
});
