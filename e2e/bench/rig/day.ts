import path from "node:path";
import type { SourceEvent } from "../../../lib/events";
import { sourceId } from "../../../lib/vocabulary";
import { createAmiSession } from "../../../server/sources/asterisk/session";
import { entrustEvents } from "../../../server/callers/entrust-events";
import { createMemoryVault } from "../../../server/callers/memory-vault";
import { openSqliteStore } from "../../../server/store/sqlite";
import type { EventStore } from "../../../server/store/store";
import type { Site } from "../../harness";
import { laterBy, readRecording } from "./recording";
import { NOTHING_KNOWN } from "../../../server/sources/source";
import { quietPorts } from "./quiet-ports";

const PIECE_BYTES = 65_536;
const vault = createMemoryVault();
/** Opens a stopped server's log. */
export function openLog(site: Site): EventStore {
  const opened = openSqliteStore({ path: path.join(site.folder, "data/events.db"), vault });
  if (opened.kind === "refused") throw new Error(opened.message);
  return opened.store;
}

/** Fills a site's log with the recorded hour again and again, the last of it just over. @returns how many events */
export async function writeDay(site: Site, atLeast: number, nowMs: number): Promise<number> {
  const [stream] = readRecording();
  if (stream === undefined) throw new Error("the recording has no connection");
  const store = openLog(site);
  const lapS = Math.ceil((stream.closedMs - stream.connectedMs) / 1000) + 1;
  const lastS = Math.floor((nowMs - stream.closedMs) / 1000) - 10;
  const perLap = factsOf(stream.bytes, stream.connectedMs).length;
  let written = 0;
  for (let left = Math.ceil(atLeast / perLap) - 1; left >= 0; left -= 1) {
    const laterS = lastS - left * lapS;
    const facts = factsOf(laterBy(stream.bytes, laterS), stream.connectedMs + laterS * 1000);
    const kept = entrustEvents(vault, facts, nowMs).map((fact) => ({ ...fact, sourceId: sourceId("pbx") }));
    const lines = await store.append(kept);
    written += lines.length;
  }
  await store.close();
  return written;
}

function factsOf(bytes: Buffer, connectedMs: number): readonly SourceEvent[] {
  const facts: SourceEvent[] = [];
  const session = createAmiSession(
    { wrapUpMsOf: () => null, resume: NOTHING_KNOWN },
    quietPorts((batch) => facts.push(...batch)),
  );
  session.connectionMade(connectedMs);
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) session.bytes(bytes.subarray(at, at + PIECE_BYTES), null);
  return facts;
}
