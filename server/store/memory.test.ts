import { describeStoreContract } from "./contract";
import { createMemoryStore } from "./memory";

describeStoreContract("memory", createMemoryStore);
