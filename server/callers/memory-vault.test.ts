import { createMemoryVault } from "./memory-vault";
import { describeVaultContract } from "./testing/vault-contract";

describeVaultContract("memory", (_nowMs, numbers) => createMemoryVault(30, numbers));
