import { describe, expect, it } from "vitest";
import type { AmiFields } from "../testing/ami-text";
import { createListener } from "../testing/listener";

const NUMBER = "5511955550001";
const TRUNK = "PJSIP/carrier-000000f1";

const fields = (by: string | null, to: string, link: string): AmiFields => ({
  ...(by === null ? {} : { Channel: by, Exten: `0${NUMBER}`, Uniqueid: `id-${by}`, Linkedid: link }),
  DestChannel: to,
  DestUniqueid: `id-${to}`,
  DestLinkedid: link,
});

/** Ana is a member of sales on PJSIP/1001; `dials`, `ends`: DialBegin and DialEnd of the channel `to`. */
function house(member: AmiFields = {}) {
  const heard = createListener();
  heard.at("09:00:00").connects();
  heard.at("09:00:00").memberRow("PJSIP/1001", "sales", member);
  heard.at("09:00:00").listed();
  heard.news();
  return {
    ...heard,
    dials: (time: string, by: string | null, to: string, what: string, link = "call") =>
      heard.at(time).event("DialBegin", { ...fields(by, to, link), DialString: what }),
    ends: (time: string, by: string | null, to: string, status = "ANSWER", link = "call") =>
      heard.at(time).event("DialEnd", { ...fields(by, to, link), DialStatus: status }),
    joins: (time: string, call: string, channel: string, number: string) =>
      heard
        .at(time)
        .event("QueueCallerJoin", { Channel: channel, Uniqueid: call, CallerIDNum: number, Queue: "sales" }),
    /** Who was reached since the last look: number and agent. */
    reached: () =>
      heard.told
        .splice(0)
        .flatMap(({ event, atMs }) =>
          event.type === "outbound.answered"
            ? [[new Date(atMs).toISOString().slice(11, 19), event.caller?.number, event.agentId]]
            : [],
        ),
  };
}

describe("an agent calls outside", () => {
  it("[RE20] is told at the answer, not a second before", () => {
    const { dials, ends, reached } = house();
    dials("09:10:00", "PJSIP/1001-1", TRUNK, `${NUMBER}@carrier`);
    expect(reached()).toEqual([]);
    ends("09:10:09", "PJSIP/1001-1", TRUNK);
    expect(reached()).toEqual([["09:10:09", NUMBER, "PJSIP/1001"]]);
  });

  it.each(["BUSY", "NOANSWER", "CANCEL", "CONGESTION", "CHANUNAVAIL", ""])("[RE20] %s is no answer", (status) => {
    const { dials, ends, reached } = house();
    dials("09:10:00", "PJSIP/1001-1", TRUNK, `${NUMBER}@carrier`);
    ends("09:10:09", "PJSIP/1001-1", TRUNK, status);
    expect(reached()).toEqual([]);
  });

  it("[RE20] from a telephone of no member nobody is named", () => {
    const { dials, ends, reached } = house();
    dials("09:10:00", "PJSIP/2001-1", TRUNK, `${NUMBER}@carrier`);
    ends("09:10:09", "PJSIP/2001-1", TRUNK);
    expect(reached()).toEqual([["09:10:09", NUMBER, null]]);
  });

  it("[RE20] from the telephone of his state interface he is named", () => {
    const { at, dials, ends, reached } = house();
    at("09:05:00").member("Local/1002@from-queue/n", "sales", { StateInterface: "PJSIP/1002" });
    dials("09:10:00", "PJSIP/1002-1", TRUNK, `${NUMBER}@carrier`);
    ends("09:10:09", "PJSIP/1002-1", TRUNK);
    expect(reached()).toEqual([["09:10:09", NUMBER, "Local/1002@from-queue/n"]]);
  });

  it("[RE20] from the telephone that rings behind his Local channel he is named", () => {
    const { at, dials, ends, joins, reached } = house();
    at("09:05:00").member("Local/1002@from-queue/n", "sales", { StateInterface: "hint:1002@ext-local" });
    joins("09:06:00", "id-PJSIP/carrier-1", "PJSIP/carrier-1", "4930111");
    dials("09:06:01", "PJSIP/carrier-1", "Local/1002@from-queue-1;1", "Local/1002@from-queue/n", "c1");
    dials("09:06:01", "Local/1002@from-queue-1;2", "PJSIP/1002-1", "1002/sip:1002@10.0.0.7", "c1");
    dials("09:10:00", "PJSIP/1002-2", TRUNK, `${NUMBER}@carrier`);
    ends("09:10:09", "PJSIP/1002-2", TRUNK);
    expect(reached()).toEqual([["09:10:09", NUMBER, "Local/1002@from-queue/n"]]);
  });

  it("[RE20] what rang before we listened is not told: nothing says what was dialled", () => {
    const { ends, reached } = house();
    ends("09:10:09", "PJSIP/1001-1", TRUNK);
    expect(reached()).toEqual([]);
  });
});

describe("outside is rung first", () => {
  it("[RE20] nobody is reached until somebody of ours is there", () => {
    const { dials, ends, reached } = house();
    dials("09:10:00", null, TRUNK, `${NUMBER}@carrier`);
    ends("09:10:09", null, TRUNK);
    dials("09:10:10", TRUNK, "PJSIP/1001-1", "1001");
    expect(reached()).toEqual([]);
    ends("09:10:14", TRUNK, "PJSIP/1001-1");
    expect(reached()).toEqual([["09:10:14", NUMBER, "PJSIP/1001"]]);
  });

  it("[RE20] who hangs up before that was not reached", () => {
    const { dials, ends, reached } = house();
    dials("09:10:00", null, TRUNK, `${NUMBER}@carrier`);
    ends("09:10:09", null, TRUNK);
    dials("09:10:10", TRUNK, "PJSIP/1001-1", "1001");
    ends("09:10:14", TRUNK, "PJSIP/1001-1", "CANCEL");
    expect(reached()).toEqual([]);
  });
});

describe("nobody of ours calls", () => {
  it("[RE21] a queue rings a member at home", () => {
    const { dials, ends, joins, reached } = house();
    joins("09:10:00", "id-PJSIP/in-1", "PJSIP/in-1", "4930111");
    dials("09:10:01", "PJSIP/in-1", "Local/9@out-1;1", "Local/9@out/n");
    dials("09:10:01", "Local/9@out-1;2", TRUNK, "5511966660001@carrier");
    ends("09:10:05", "Local/9@out-1;2", TRUNK);
    expect(reached()).toEqual([]);
  });

  it("[RE21] a caller who was put through to a telephone is sent on from there", () => {
    const { dials, ends, reached } = house();
    dials("09:10:00", "PJSIP/in-1", "PJSIP/1001-1", "1001");
    ends("09:10:04", "PJSIP/in-1", "PJSIP/1001-1");
    dials("09:11:00", "PJSIP/in-1", TRUNK, `${NUMBER}@carrier`);
    ends("09:11:05", "PJSIP/in-1", TRUNK);
    expect(reached()).toEqual([]);
  });

  it("[RE21] a call is sent from trunk to trunk, once the trunk is known by two callers or by a call out", () => {
    const { dials, ends, joins, reached } = house();
    joins("09:00:10", "c1", "PJSIP/in-1", "4930111");
    joins("09:00:20", "c2", "PJSIP/in-2", "4930222");
    dials("09:10:00", "PJSIP/in-3", TRUNK, `${NUMBER}@carrier`, "first");
    ends("09:10:05", "PJSIP/in-3", TRUNK, "ANSWER", "first");
    dials("09:11:00", "PJSIP/carrier-2", "PJSIP/other-1", `${NUMBER}@other`, "second");
    ends("09:11:05", "PJSIP/carrier-2", "PJSIP/other-1", "ANSWER", "second");
    expect(reached()).toEqual([]);
  });

  it("[RE21] an agent asks somebody while he speaks with a queue's caller; afterwards he calls himself", () => {
    const { at, dials, ends, reached } = house();
    at("09:10:00").joins("c1", "sales");
    at("09:10:05").answers("PJSIP/1001", "c1", "sales");
    dials("09:11:00", "PJSIP/1001-2", TRUNK, `${NUMBER}@carrier`);
    ends("09:11:05", "PJSIP/1001-2", TRUNK);
    expect(reached()).toEqual([]);
    at("09:12:00").completes("PJSIP/1001", "c1", "sales");
    dials("09:12:01", "PJSIP/1001-3", "PJSIP/carrier-3", `${NUMBER}@carrier`, "own");
    ends("09:12:05", "PJSIP/1001-3", "PJSIP/carrier-3", "ANSWER", "own");
    expect(reached()).toEqual([["09:12:05", NUMBER, "PJSIP/1001"]]);
  });

  it("[RE21] two telephones of the house", () => {
    const { dials, ends, reached } = house();
    dials("09:10:00", "PJSIP/1001-1", "PJSIP/1005-1", "1005");
    ends("09:10:05", "PJSIP/1001-1", "PJSIP/1005-1");
    expect(reached()).toEqual([]);
  });
});

it("says what a dial event lacks", () => {
  const { at, problems } = house();
  at("09:10:00").event("DialBegin", { Channel: "PJSIP/1001-1", Uniqueid: "1", DialString: NUMBER });
  expect(problems).toEqual(["DialBegin without what was dialled"]);
});
