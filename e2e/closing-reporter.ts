import type { Reporter, Suite } from "@playwright/test/reporter";
import { closingLine, takeTally } from "./tally";

/** Prints one plain last line: how many tests passed and failed, the unit tests of the same `npm test` included. */
export default class ClosingReporter implements Reporter {
  private suite: Suite | null = null;

  onBegin(_config: unknown, suite: Suite): void {
    this.suite = suite;
  }

  printsToStdio(): boolean {
    return false;
  }

  onExit(): Promise<void> {
    const unit = takeTally();
    const tests = this.suite?.allTests() ?? [];
    for (const test of tests.filter((each) => each.outcome() === "flaky"))
      console.log(`passed at the second try only: ${test.titlePath().filter(Boolean).join(" › ")}`);
    const outcomes = tests.map((test) => test.outcome());
    const failed = outcomes.filter((outcome) => outcome === "unexpected").length;
    const passed = outcomes.filter((outcome) => outcome === "expected" || outcome === "flaky").length;
    console.log(closingLine({ passed: unit.passed + passed, failed: unit.failed + failed }));
    return Promise.resolve();
  }
}
