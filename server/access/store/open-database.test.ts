import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closeOwnDatabase } from "../../store/libsql/own-database";
import { openAccessDatabase } from "./open-database";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pickup-access-db-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the database of who may come in", () => {
  it("[AC10] is made for its owner alone, and is there the next time", () => {
    const path = join(folder, "data", "access.db");
    for (const expected of [[], [["a"]]]) {
      const opened = openAccessDatabase({ path });
      if (opened.kind === "refused") throw new Error(opened.message);
      expect(opened.db.prepare("SELECT id FROM tokens").raw().all()).toEqual(expected);
      opened.db.exec("INSERT OR IGNORE INTO tokens VALUES ('a', 'n', 'read', x'01', 0, 'x', NULL)");
      expect(statSync(path).mode & 0o777).toBe(0o600);
      closeOwnDatabase(opened.db);
    }
  });

  it("is refused by its name when it is none", () => {
    const path = join(folder, "access.db");
    writeFileSync(path, "no database at all, only text".repeat(100));
    expect(openAccessDatabase({ path })).toEqual({
      kind: "refused",
      message: `The accounts in ${path} cannot be opened: it is damaged or no database (file is not a database): put a backup in its place`,
    });
  });
});
