import type { JSX, ReactNode } from "react";
import { problemText } from "../../access/form/answer-text";
import { useSettingsWords } from "../frame/use-settings-words";
import type { Listed } from "./use-listed";

type Props<Value> = {
  readonly listed: Listed<Value>;
  readonly children: (value: Value) => ReactNode;
};

/** A list that is asked for: its shape before it is there, and above it that it could not be read anew. */
export function ListState<Value>({ listed: { value, failed }, children }: Props<Value>): JSX.Element {
  const words = useSettingsWords();
  return (
    <>
      <p className="sl-failed" role="status">
        {failed === null ? "" : problemText(failed, words)}
      </p>
      {value === null ? failed === null ? <Bones /> : null : children(value)}
    </>
  );
}

const Bones = (): JSX.Element => (
  <div aria-busy="true">
    <span className="st-bone" />
    <span className="st-bone" />
    <span className="st-bone" />
  </div>
);
