/**
 * Run as a process: appends batches named `<round>-<batch>-<n>` to the log given, each also telling again half of the
 * one before, and prints a batch's number once it is acknowledged. When the disk refuses it ends with
 * `refused <batch> <why>` and `holds <lines of the log then>`.
 */
import { writeSync } from "node:fs";
import { offered } from "./offered";
import { createMemoryVault } from "../../callers/memory-vault";
import { openSqliteStore } from "../sqlite";

const [path = "", round = "", sizeText = ""] = process.argv.slice(2);
const size = Number(sizeText);
const opened = openSqliteStore({ path, vault: createMemoryVault() });
if (opened.kind === "refused") throw new Error(opened.message);

const batchOf = (batch: number) =>
  Array.from({ length: size }, (_, n) => offered(`${round}-${batch}-${n}`, batch * 50 + n));

for (let batch = 0; ; batch += 1) {
  const again = batch === 0 ? [] : batchOf(batch - 1).slice(size / 2);
  try {
    await opened.store.append([...again, ...batchOf(batch)]);
  } catch (error) {
    const held = await opened.store.readAfter(0, 1_000_000);
    writeSync(1, `refused ${batch} ${String(error)}\nholds ${held.length}\n`);
    break;
  }
  // Synchronous, so that what the parent has read was certainly acknowledged before.
  writeSync(1, `${batch}\n`);
}
