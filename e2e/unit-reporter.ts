import type { Reporter, TestModule, TestRunEndReason } from "vitest/node";
import { closingLine, leaveTally } from "./tally";

/** Leaves the count of unit tests for the closing line; when one failed nothing follows, so it is printed here. */
export class UnitReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[], reason: TestRunEndReason): void {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
    const brokenModules = modules.filter((module) => module.errors().length > 0).length;
    const tally = {
      passed: states.filter((state) => state === "passed").length,
      failed: states.filter((state) => state === "failed").length + brokenModules + errors.length,
    };
    if (reason === "passed") leaveTally(tally);
    else process.on("exit", () => console.log(closingLine(tally)));
  }
}
