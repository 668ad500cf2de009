import { createMemoryVault } from "./memory-vault";
import { describeVaultContract } from "./testing/vault-contract";

describeVaultContract("memory", () => createMemoryVault());
