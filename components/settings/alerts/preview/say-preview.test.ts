import { expect, test } from "vitest";
import type { PreviewFiring } from "../../../../lib/alerts/alert-api";
import { dayKey } from "../../../../lib/vocabulary";
import { ruleForm } from "../../../../lib/words/en/settings/alerts/rule-form";
import { createFormats } from "../../../../lib/words/formats";
import { sayPreview } from "./say-preview";

const FIRING: PreviewFiring = { subjectName: "Support", firedAtMs: 0, resolvedAtMs: 60_000, muted: null };
const said = (firings: number, auditedMs: number): string =>
  sayPreview(
    { day: dayKey("2026-11-27"), firings: Array.from({ length: firings }, () => FIRING), auditedMs },
    ruleForm.preview,
    createFormats("en"),
  );

test("[AL82] never is said only of a day of which something is known", () => {
  expect(said(0, 0)).toBe("The log has nothing of Fri 27 Nov 2026. What the rule would have done is not known.");
  expect(said(0, 1)).toBe("On Fri 27 Nov 2026 this would not have fired.");
  expect(said(1, 1)).toBe("On Fri 27 Nov 2026 this would have fired once:");
  expect(said(2, 1)).toBe("On Fri 27 Nov 2026 this would have fired 2 times:");
});
