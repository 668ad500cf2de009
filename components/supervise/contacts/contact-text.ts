import type { ContactLine, FigurePart, ListedFigure } from "../../../lib/desk/contact-types";
import { assertNever } from "../../../lib/vocabulary";
import type { DeskLexicon } from "../../../lib/words/load/desk";

type Said = Pick<DeskLexicon, "supervise" | "formats">;

/** What became of a contact and when: `answered after 1:32`. */
export function outcomeText(line: ContactLine, nowMs: number, { supervise, formats }: Said): string {
  const { outcomes } = supervise.contacts;
  const after = formats.duration(line.waitMs);
  switch (line.outcome) {
    case "waiting":
      return outcomes.waiting(formats.duration(nowMs - line.arrivedAtMs));
    case "answered":
      return outcomes.answered(after);
    case "abandoned":
      return outcomes.abandoned(after);
    case "unknown":
      return outcomes.unknown(after);
    case "overflowed":
      return overflowText(line, after, outcomes);
    case "refused":
      if (line.reason === "full") return outcomes.refusedFull;
      return line.reason === "closed" ? outcomes.refusedClosed : outcomes.refusedEmpty;
    default:
      return assertNever(line.outcome);
  }
}

function overflowText(
  { reason }: ContactLine,
  after: string,
  outcomes: DeskLexicon["supervise"]["contacts"]["outcomes"],
): string {
  switch (reason) {
    case "timeout":
    case "key":
    case "empty":
    case "withdrawn":
    case "transferred":
      return outcomes[reason](after);
    // Reasons of a refusal: no overflow has them.
    case "full":
    case "closed":
    case null:
      return outcomes.transferred(after);
    default:
      return assertNever(reason);
  }
}

/** Why a contact stands where it does; where its outcome says why already, what that comes to. */
export const tagText = ({ outcome, part, why }: ContactLine, { supervise }: Pick<Said, "supervise">): string =>
  outcome === why && !(why === "waiting" && part === "neither")
    ? supervise.contacts.parted[part]
    : supervise.contacts.why[why];

/** Whether a contact speaks against the figure: `late` of a service level, not of an average. */
export const isAgainst = (figure: ListedFigure, part: FigurePart): boolean => {
  if (figure === "serviceLevel" || figure === "answerRate") return part === "denominator";
  return (figure === "missed" || figure === "missedRate") && part === "numerator";
};

/** The parts of a figure, in the words that fit it; the parts that it does not have are left out. */
export function partsOf(
  figure: ListedFigure,
  { supervise }: Pick<Said, "supervise">,
): readonly (readonly [part: FigurePart | null, says: string])[] {
  const { contacts } = supervise;
  const ratio = (numerator: string, denominator: string): readonly (readonly [FigurePart | null, string])[] => [
    [null, contacts.all],
    ["numerator", numerator],
    ["denominator", denominator],
    ["neither", contacts.leftOut],
  ];
  switch (figure) {
    case "serviceLevel":
      return ratio(contacts.inTime, contacts.notInTime);
    case "answerRate":
      return ratio(contacts.answered, contacts.notAnswered);
    case "missedRate":
      return ratio(contacts.missed, contacts.answered);
    case "offered":
    case "answered":
    case "abandoned":
    case "overflowed":
    case "refused":
    case "unknown":
    case "missed":
    case "speedOfAnswer":
    case "handlingTime":
    case "outOfHours":
      return [
        [null, contacts.all],
        ["numerator", contacts.counted],
        ["neither", contacts.leftOut],
      ];
    default:
      return assertNever(figure);
  }
}
