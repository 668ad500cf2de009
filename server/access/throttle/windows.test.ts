import { describe, expect, it } from "vitest";
import { addressGroup } from "./address-group";
import { createWindows } from "./windows";

describe("whom wrong tries are counted for", () => {
  it.each([
    ["203.0.113.5", "203.0.113.5"],
    ["::ffff:203.0.113.5", "203.0.113.5"],
    ["::FFFF:cb00:7105", "203.0.113.5"],
    ["0:0:0:0:0:ffff:cb00:7105", "203.0.113.5"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::1", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["64:ff9b::192.0.2.1", "64:ff9b:0:0::/64"],
    ["no address", "no address"],
    ["", ""],
  ])("%s is %s", (address, group) => expect(addressGroup(address)).toBe(group));
});

describe("wrong tries", () => {
  it("are kept for so many only: who failed longest ago is forgotten first", () => {
    const windows = createWindows({ nowMs: () => 0 }, { windowMs: 1_000, atMost: 3 });
    for (const key of ["a", "b", "a", "c", "d"]) {
      windows.begin(key);
      windows.end(key, true);
    }
    const counts = ["a", "b", "c", "d"].map((key) => windows.standingOf(key).failedAtMs.length);
    expect(counts).toEqual([2, 0, 1, 1]);
  });

  it("whose outcome is not known count as under way, and leave nothing when they were right", () => {
    const windows = createWindows({ nowMs: () => 0 }, { windowMs: 1_000, atMost: 3 });
    windows.begin("a");
    expect(windows.standingOf("a")).toEqual({ failedAtMs: [], underWay: 1 });
    windows.end("a", false);
    windows.end("a", false);
    expect(windows.standingOf("a")).toEqual({ failedAtMs: [], underWay: 0 });
  });
});
