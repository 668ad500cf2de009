import { expect, test } from "vitest";
import type { SourceEvent, ToldEvent } from "../../lib/events";
import { contactId, queueId } from "../../lib/vocabulary";
import { entrustEvents } from "./entrust-events";
import { createMemoryVault } from "./memory-vault";
import { createNumberReader } from "./rules/normal-number";

const visit = { queueId: queueId("support"), contactId: contactId("c1"), stay: 1 };
const ANA = { number: "+4930123456", name: "Ana" };
const told = (event: ToldEvent): SourceEvent => ({ sourceKey: event.type, atMs: 1, receivedAtMs: 2, event });
const dialled = (number: string) => told({ type: "outbound.answered", caller: { number, name: null }, agentId: null });
const offered = (caller: typeof ANA | null) =>
  told({ type: "contact.offered", ...visit, channel: "voice", caller, via: "direct" });

test("[PV1] whoever calls, is refused or is called back stands in a batch as one alias, all else as it was told", () => {
  const vault = createMemoryVault();
  const batch = [
    offered(ANA),
    told({ type: "contact.abandoned", ...visit }),
    told({ type: "contact.refused", ...visit, channel: "voice", caller: ANA, reason: "full" }),
    told({ type: "outbound.answered", caller: ANA, agentId: null }),
    offered(null),
    told({ type: "outbound.answered", caller: { number: null, name: "Ana" }, agentId: null }),
  ];
  const kept = entrustEvents(vault, batch, 0);
  const alias = vault.find(ANA.number);
  expect(alias).not.toBeNull();
  expect(kept.map(({ event }) => ("caller" in event ? event.caller : event.type))).toEqual([
    alias,
    "contact.abandoned",
    alias,
    alias,
    null,
    null,
  ]);
  expect(JSON.stringify(kept)).not.toMatch(/30123456|Ana/);
  expect(kept.map(({ event, ...rest }) => [event.type, rest])).toEqual(
    batch.map(({ event, ...rest }) => [event.type, rest]),
  );
});

test("[PV31] who is called back is whom he was before, an outside line before his number or not", () => {
  const numbers = createNumberReader({ country: "DE", outsideLine: "0", extensionDigits: 4 });
  const vault = createMemoryVault(30, numbers);
  const batch = [offered({ number: "+49302101234567", name: "Ana" }), dialled("00302101234567"), dialled("0301234567")];
  const [ana, again, other] = entrustEvents(vault, batch, 0).map(({ event }) => "caller" in event && event.caller);
  expect(again).toBe(ana);
  expect(other).toBe(vault.find("+49301234567"));
  expect(entrustEvents(vault, [offered({ number: "00302101234567", name: "Athens" })], 0)).not.toMatchObject([
    { event: { caller: ana } },
  ]);
});

test("a batch without callers does not trouble the vault", () => {
  const refusing = {
    entrust: () => {
      throw new Error("the disk is full");
    },
  };
  expect(entrustEvents(refusing, [told({ type: "contact.abandoned", ...visit })], 0)).toHaveLength(1);
  expect(() => entrustEvents(refusing, [offered(ANA)], 0)).toThrow("the disk is full");
});
