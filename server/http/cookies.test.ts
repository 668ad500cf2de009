import { expect, it } from "vitest";
import { readCookie, withCookies } from "./cookies";
import { emptyReply } from "./reply";

const HOUR_MS = 3_600_000;

it("sets each cookie out of reach of scripts and other sites, and encrypted ways alone where it came by one", () => {
  const cookies = [
    { name: "pickup_session", value: "a-b_c", maxAgeMs: HOUR_MS },
    { name: "pickup_display", value: null, maxAgeMs: HOUR_MS },
  ];
  const plain = withCookies(emptyReply(), cookies, { secure: false });
  expect(plain.headers["set-cookie"]).toEqual([
    "pickup_session=a-b_c; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax",
    "pickup_display=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax",
  ]);
  const secure = withCookies(plain, [{ name: "third", value: "1", maxAgeMs: 999 }], { secure: true });
  expect(secure.headers["set-cookie"]).toHaveLength(3);
  expect(secure.headers["set-cookie"]?.[2]).toBe("third=1; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure");
  expect(secure.headers["cache-control"]).toBe("no-store");
});

it("puts nothing into a header that is no value", () => {
  for (const value of ["a;b", "a b", "a\r\nset-cookie: x=1", 'a"', "a,b", "ä", "a\\"]) {
    expect(() => withCookies(emptyReply(), [{ name: "x", value, maxAgeMs: 1 }], { secure: true })).toThrow("none");
  }
});

it("reads the one of exactly this name", () => {
  expect(readCookie("a=1; pickup_session=abc; b=2", "pickup_session")).toBe("abc");
  expect(readCookie("pickup_session=abc=", "pickup_session")).toBe("abc=");
  for (const header of [
    undefined,
    "",
    "pickup_session",
    "pickup_session=",
    "xpickup_session=abc",
    "PICKUP_SESSION=abc",
  ]) {
    expect([header, readCookie(header, "pickup_session")]).toEqual([header, null]);
  }
  expect(readCookie("__proto__=x", "__proto__")).toBe("x");
  expect(readCookie("a=1", "__proto__")).toBeNull();
});

it("takes none of two different ones: a neighbouring host may have planted one", () => {
  expect(readCookie("pickup_session=mine; pickup_session=theirs", "pickup_session")).toBeNull();
  expect(readCookie("pickup_session=mine; pickup_session=mine", "pickup_session")).toBe("mine");
});

it("takes no value that is too long or not made of a cookie's letters", () => {
  expect(readCookie(`a=${"x".repeat(4_096)}`, "a")).toHaveLength(4_096);
  for (const value of ["x".repeat(4_097), "a b", "a\\b", '"a"', "a,b", "\u00e4"]) {
    expect(readCookie(`a=${value}`, "a")).toBeNull();
  }
});
