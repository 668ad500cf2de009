import type { JSX } from "react";
import { type KeyLine, KeyList } from "../../shared/keys/key-list";
import { useMissedWords } from "../use-missed-words";

type Props = {
  /** Whether the reader may do anything about a caller. */
  readonly handles: boolean;
  readonly onClose: () => void;
};

export function MissedKeys({ handles, onClose }: Props): JSX.Element {
  const { keys } = useMissedWords().missed;
  const acts: readonly KeyLine[] = [
    [["c"], keys.claim],
    [["l"], keys.attempt],
    [["x"], keys.close],
  ];
  return (
    <KeyList
      lines={[
        [["↑", "↓", "k", "j"], keys.move],
        [["Home", "End"], keys.ends],
        [["↵"], keys.details],
        ...(handles ? acts : []),
        [["n"], keys.number],
        [["Esc"], keys.escape],
        [["?"], keys.help],
      ]}
      words={{ heading: keys.heading, close: keys.done, single: keys.single }}
      onClose={onClose}
    />
  );
}
