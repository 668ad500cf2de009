import type { JSX } from "react";
import { DemoMark } from "../shared/demo-mark";
import { type MarkState, StateMark } from "../shared/state-mark";

const STATES: readonly MarkState[] = ["none", "ok", "watch", "act", "no-data"];

/** Each state by shape, colour and word. */
export const StatesPart = (): JSX.Element => (
  <>
    <ul className="guide-states">
      {STATES.map((state) => (
        <li key={state}>
          <StateMark state={state} word />
        </li>
      ))}
      <li>
        <DemoMark />
      </li>
    </ul>
  </>
);
