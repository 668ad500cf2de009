import { expect, it } from "vitest";
import { isLoopback } from "./loopback";

it("this machine for itself alone is localhost, ::1 and all of 127, also as IPv6 writes them", () => {
  const yes = ["localhost", "127.0.0.1", "127.8.9.10", "::1", "::ffff:127.0.0.1"];
  const no = ["0.0.0.0", "::", "10.0.0.9", "::ffff:10.0.0.9", "fe80::1", "1127.0.0.1", "127.evil.example", "board", ""];
  expect([...yes, ...no].filter(isLoopback)).toEqual(yes);
});
