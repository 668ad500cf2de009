import { type JSX, type KeyboardEvent, useContext, useEffect, useId } from "react";
import type { MaskedCaller as Caller } from "../../../lib/desk/desk-types";
import { useMe } from "../../access/me-store";
import { useDeskWords } from "../../shared/speech/use-desk-words";
import { ActiveRow } from "../tables/active-row";
import { hideNumber, showNumber, useIsShown } from "./open-number";
import { ShownNumber } from "./shown-number";

type Props = {
  /** Where it stands, unlike every other place on the page. */
  readonly place: string;
  /** The contact's, as lists have it. */
  readonly contactKey: string;
  readonly caller: Caller;
};

/** The button that shows a caller's whole number, for those who may see it; and beside it the number while it is shown. */
export function CallerNumber(props: Props): JSX.Element | null {
  const mayShow = useMe()?.rights.includes("numbers.reveal") ?? false;
  return mayShow && props.caller.kind === "number" ? <Reveal {...props} /> : null;
}

function Reveal({ place, contactKey }: Props): JSX.Element {
  const { caller } = useDeskWords().tables;
  const id = useId();
  const isActive = useContext(ActiveRow);
  const isShown = useIsShown(place);
  // Whose row is scrolled away or gone is not shown any more.
  useEffect(() => () => hideNumber(place), [place]);
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !isShown) return;
    // Only this closes, not what it stands in.
    event.preventDefault();
    hideNumber(place);
  };
  return (
    <>
      <button
        type="button"
        className="sc-show"
        tabIndex={isActive ? 0 : -1}
        aria-label={isShown ? caller.hide : caller.show}
        aria-expanded={isShown}
        {...(isShown ? { "aria-controls": id } : {})}
        title={isShown ? caller.hide : `${caller.show}: ${caller.written}`}
        onKeyDown={onKey}
        onClick={() => (isShown ? hideNumber(place) : showNumber(place, contactKey))}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
          <path d="M1.500 10S4.500 4.500 10 4.500 18.500 10 18.500 10 15.500 15.500 10 15.500 1.500 10 1.500 10z" />
          <circle cx="10" cy="10" r="2.600" />
          {isShown ? <path d="M3.500 16.500l13-13" /> : null}
        </svg>
      </button>
      {isShown ? <ShownNumber id={id} place={place} /> : null}
    </>
  );
}
