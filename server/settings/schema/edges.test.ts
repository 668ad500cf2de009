import { expect, it } from "vitest";
import { decodeSettings } from "../decode";
import { problemsWith } from "../testing/decoded";

const SOURCE = "sources: [{ id: simulator, kind: simulator }]\n";
function edgesWith(lines: string) {
  const decoded = decodeSettings(SOURCE + lines, {}, { machineTimeZone: "UTC" });
  if (!decoded.ok) throw new Error("not decoded");
  const { tls, trustedProxies, frameAncestors, numbersKeptDays } = decoded.settings;
  return { tls, trustedProxies, frameAncestors, numbersKeptDays };
}

it("how the server is reached: by default unencrypted, by nobody's word, within nobody's pages, numbers for 30 days", () => {
  expect(edgesWith("")).toEqual({ tls: null, trustedProxies: [], frameAncestors: [], numbersKeptDays: 30 });
});

it("takes a certificate, proxies by address and network, sites, and days", () => {
  const written = [
    "tls: { cert: certs/full.pem, key: certs/key.pem, hsts: true }",
    'trustedProxies: [127.0.0.1, 10.0.0.0/8, "::1", "fd00::/8"]',
    "frameAncestors: [https://intranet.example, http://portal.lan:8080]",
    "privacy: { numbersKeptDays: 400 }",
  ];
  expect(edgesWith(written.join("\n"))).toEqual({
    tls: { certPath: "certs/full.pem", keyPath: "certs/key.pem", hsts: true },
    trustedProxies: ["127.0.0.1", "10.0.0.0/8", "::1", "fd00::/8"],
    frameAncestors: ["https://intranet.example", "http://portal.lan:8080"],
    numbersKeptDays: 400,
  });
});

it("says with its line what is none of that", () => {
  expect(problemsWith("tls: { cert: a.pem }")).toEqual(["c.yaml:2 tls.key: expected a text, got nothing"]);
  for (const proxy of [
    "nginx",
    "10.0.0.0/33",
    "0.0.0.0/0",
    "10.0.0",
    "*",
    "10.0.0.1/",
    "::1/129",
    "fe80::1%eth0",
    "1.2.3.4/8/8",
  ]) {
    expect(problemsWith(`trustedProxies: ["${proxy}"]`)).toEqual([
      `c.yaml:2 trustedProxies[0]: expected an address or a network such as 10.0.0.0/8, got "${proxy}"`,
    ]);
  }
  for (const site of ["*", "intranet.example", "https://a.example/", "https://a.example; script-src *", "'none'"]) {
    expect(problemsWith(`frameAncestors: ["${site}"]`)).toEqual([
      `c.yaml:2 frameAncestors[0]: expected the address of a site such as https://intranet.example.com, got "${site}"`,
    ]);
  }
  for (const days of ["0", "401", "1.5", "forever"]) {
    expect(problemsWith(`privacy: { numbersKeptDays: ${days} }`)).toHaveLength(1);
  }
  expect(problemsWith("privacy: { numbersKeptDay: 30 }")).toEqual([
    'c.yaml:2 privacy.numbersKeptDay: there is no such key – did you mean "numbersKeptDays"?',
  ]);
});
