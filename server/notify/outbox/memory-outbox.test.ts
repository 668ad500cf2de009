import { describeOutboxContract } from "./contract";
import { createMemoryOutbox } from "./memory-outbox";

describeOutboxContract("memory", () => {
  const outbox = createMemoryOutbox();
  return { outbox, add: outbox.add };
});
