import type { WindowMinutes } from "../../../lib/config";
import type { AlertView, Evidence } from "../../../lib/alerts/alert-types";
import type { ListedFigure } from "../../../lib/desk/contact-types";
import { assertNever } from "../../../lib/vocabulary";
import { readChoice, WINDOWS, writeChoice } from "../../supervise/choice/choice";

/** Where one sees what an alert rests on: the contacts behind a figure, or who waits and works in a queue. */
export type Behind = { readonly kind: "contacts" | "queue" | "queues"; readonly address: string };

type Counted = { readonly figure: ListedFigure; readonly minutes: WindowMinutes | null };

/** AL71. @returns null: there is nothing behind it, the source says nothing */
export function behindAlert({ subject, evidence }: Pick<AlertView, "subject" | "evidence">): Behind | null {
  if (subject.kind === "source") return null;
  const queueId = subject.kind === "queue" ? subject.queueId : null;
  const counted = countedBy(evidence);
  const choice = { ...readChoice(""), queueId, figure: counted?.figure ?? null, minutes: counted?.minutes ?? null };
  const kind = counted !== null ? "contacts" : queueId !== null ? "queue" : "queues";
  return { kind, address: `/supervise${writeChoice(choice, "")}` };
}

/** The figure whose contacts were counted; null: who waits or works now was. */
function countedBy(evidence: Evidence): Counted | null {
  switch (evidence.kind) {
    case "service-level":
      return { figure: "serviceLevel", minutes: windowFor(evidence.minutes) };
    case "missed-rate":
      return { figure: "missedRate", minutes: windowFor(evidence.minutes) };
    case "abandons-in-a-row":
      return { figure: "abandoned", minutes: 60 };
    case "overdue-recoveries":
      return { figure: "missed", minutes: null };
    case "all-of":
      return evidence.of.map(countedBy).find((each) => each !== null) ?? null;
    case "widespread":
      return countedBy(evidence.of);
    case "longest-wait":
    case "waiting":
    case "waiting-per-agent":
    case "nobody-logged-in":
    case "agents-left":
    case "over-capacity":
    case "paused-too-long":
    case "no-data":
      return null;
    default:
      return assertNever(evidence);
  }
}

/** The shortest that holds all of it; null: today. */
const windowFor = (minutes: number): WindowMinutes | null =>
  WINDOWS.find((each) => each !== null && each >= minutes) ?? null;
