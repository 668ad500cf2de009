import { assertNever } from "../../vocabulary";
import type { AlertSubject } from "../alert-types";

/** Names a subject among all: two that are not the same have not the same text. */
export function subjectKey(subject: AlertSubject): string {
  switch (subject.kind) {
    case "queue":
      return `queue ${subject.queueId}`;
    case "group":
      return `group ${JSON.stringify([subject.name, ...subject.queueIds])}`;
    case "site":
      return "site";
    case "source":
      return `source ${subject.sourceId}`;
    default:
      return assertNever(subject);
  }
}

/** AL27: a rule that looks for something else now is another rule. */
export const watchKey = (ruleId: string, ruleMark: string, subject: AlertSubject): string =>
  `${ruleId}\n${ruleMark}\n${subjectKey(subject)}`;
