import type { JSX } from "react";
import { ATTEMPT_RESULTS, type AttemptResult, CLOSE_RESULTS, type CloseResult } from "../../../lib/events";
import type { MissedRow } from "../../../lib/recovery/missed-api";
import { ResultMenu } from "../acts/result-menu";
import { useMissedWords } from "../use-missed-words";
import { callerText } from "../../../lib/words/missed/say-row";

export type MenuKind = "attempt" | "close";

type Props = {
  readonly row: MissedRow;
  /** Whether trying and closing have buttons here; by key they are always there. */
  readonly buttons: boolean;
  readonly isActive: boolean;
  readonly isSending: boolean;
  readonly menu: MenuKind | null;
  /** null: closes the menu. */
  readonly onMenu: (menu: MenuKind | null, byKey: boolean) => void;
  readonly onAttempt: (result: AttemptResult) => void;
  readonly onClose: (result: CloseResult) => void;
};

/** Noting down a try and closing, each with its result. */
export function ResultActs(props: Props): JSX.Element {
  const { row, buttons, isActive, isSending, menu, onMenu, onAttempt, onClose } = props;
  const { missed } = useMissedWords();
  const { act } = missed;
  const shut = (byKey: boolean): void => onMenu(null, byKey);
  const menuButton = (kind: MenuKind): JSX.Element => (
    <button
      type="button"
      className="button mi-act"
      tabIndex={isActive ? 0 : -1}
      aria-haspopup="menu"
      aria-expanded={menu === kind}
      aria-label={act.of(act[kind], callerText(row.caller, missed))}
      aria-disabled={isSending}
      onClick={() => onMenu(kind, false)}
    >
      {act[kind]}
    </button>
  );
  return (
    <>
      {buttons ? (
        <>
          {menuButton("attempt")}
          {menuButton("close")}
        </>
      ) : null}
      {menu === "attempt" ? (
        <ResultMenu
          heading={act.attemptHeading}
          options={ATTEMPT_RESULTS.map((result) => [result, missed.attempts[result]] as const)}
          onChoose={onAttempt}
          onClose={shut}
        />
      ) : null}
      {menu === "close" ? (
        <ResultMenu
          heading={act.closeHeading}
          options={CLOSE_RESULTS.map((result) => [result, missed.closes[result]] as const)}
          onChoose={onClose}
          onClose={shut}
        />
      ) : null}
    </>
  );
}

type RowActProps = Pick<Props, "row" | "isActive" | "isSending"> & {
  readonly act: "claim" | "reopen";
  readonly onAct: () => void;
};

/** What is done at one press. */
export function RowAct({ act, row, isActive, isSending, onAct }: RowActProps): JSX.Element {
  const { missed } = useMissedWords();
  const says = missed.act[act];
  return (
    <button
      type="button"
      className="button mi-act"
      tabIndex={isActive ? 0 : -1}
      aria-label={missed.act.of(says, callerText(row.caller, missed))}
      aria-disabled={isSending}
      onClick={onAct}
    >
      {says}
    </button>
  );
}
