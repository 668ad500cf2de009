import Database from "libsql";
import { describeOutboxContract } from "../../notify/outbox/contract";
import { ALERTS_MIGRATIONS } from "./schema";
import { createSqliteOutbox } from "./sqlite-outbox";

describeOutboxContract("sqlite", () => {
  const db = new Database(":memory:");
  for (const step of ALERTS_MIGRATIONS) db.exec(step);
  const outbox = createSqliteOutbox(db);
  return { outbox, add: outbox.add, close: () => void db.close() };
});
