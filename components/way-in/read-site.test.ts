import { expect, test } from "vitest";
import { whyNotLive } from "./read-site";

const pbx = { id: "pbx", kind: "asterisk-ami" };

test("a source says why it is not live, and nothing while it is", () => {
  const detail = "127.0.0.1:5038 refuses connections";
  expect(whyNotLive({ ...pbx, state: "connecting", detail })).toBe(detail);
  expect(whyNotLive({ ...pbx, state: "live", detail: "Asterisk 20.6.0" })).toBeNull();
  expect(whyNotLive({ ...pbx, state: "down", detail: "" })).toBeNull();
  expect(whyNotLive({ ...pbx, state: "down" })).toBeNull();
});
