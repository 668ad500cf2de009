import type { AlertView } from "../../../../lib/alerts/alert-types";

/** An alert as the audit trail names it. */
export const subjectLine = ({ ruleName, subjectName }: Pick<AlertView, "ruleName" | "subjectName">): string =>
  subjectName === "" ? ruleName : `${ruleName} · ${subjectName}`;
