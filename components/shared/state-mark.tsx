import type { JSX } from "react";
import type { Judgement } from "../../lib/metrics/judgement";
import { assertNever } from "../../lib/vocabulary";
import { useWords } from "./use-words";

export type MarkState = Judgement | "no-data";

/** A state by colour, shape and word; `word` shows the word too, otherwise it is there for those who listen. */
export function StateMark({ state, word }: { readonly state: MarkState; readonly word: boolean }): JSX.Element {
  const { shared } = useWords();
  return (
    <span className="state" data-state={state}>
      <StateShape state={state} />
      <span className={word ? "state-word" : "sr-only"}>{shared.states[state]}</span>
    </span>
  );
}

/** The shape alone, where words of their own stand beside it. */
export const StateShape = ({ state }: { readonly state: MarkState }): JSX.Element => (
  <svg className="state-shape" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <Shape state={state} />
  </svg>
);

function Shape({ state }: { readonly state: MarkState }): JSX.Element {
  switch (state) {
    case "none":
      return <circle cx="12" cy="12" r="2.4" fill="currentColor" />;
    case "ok":
      return <path d="M4.5 12.5l5 5 10-11" fill="none" stroke="currentColor" strokeWidth="2.4" />;
    case "watch":
      return (
        <>
          <path
            d="M12 2.800L22.300 21H1.700z"
            fill="none"
            stroke="currentColor"
            strokeWidth="2.4"
            strokeLinejoin="round"
          />
          <path d="M12 9.300v5.700M12 16.900v2" stroke="currentColor" strokeWidth="2.500" />
        </>
      );
    case "act":
      return (
        <>
          <path d="M7.400 1h9.200L23 7.400v9.200L16.600 23H7.400L1 16.600V7.400z" fill="currentColor" />
          <path d="M12 5.500v8.300M12 15.800v2.900" className="state-cut" strokeWidth="2.800" />
        </>
      );
    case "no-data":
      return (
        <>
          <circle
            cx="12"
            cy="12"
            r="9.500"
            fill="none"
            stroke="currentColor"
            strokeWidth="2.300"
            strokeDasharray="4.300 3.160"
          />
          <path d="M5.500 18.500l13-13" stroke="currentColor" strokeWidth="2.300" />
        </>
      );
    default:
      return assertNever(state);
  }
}
