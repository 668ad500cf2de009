import type { JSX } from "react";
import type { FigureKey } from "../../lib/words/words";
import { Definition } from "../shared/definition/definition";
import { useWords } from "../shared/use-words";

const SHOWN: readonly FigureKey[] = ["serviceLevel", "missed", "longestWait"];

/** Names that say what they mean, to be pointed at; and the card as it opens. */
export function DefinitionsPart(): JSX.Element {
  const { figures } = useWords();
  return (
    <div className="guide-definitions">
      <p>
        {SHOWN.map((figure) => (
          <span key={figure} className="guide-definition">
            <Definition figure={figure}>{figures.entries[figure].label}</Definition>
          </span>
        ))}
      </p>
      <div className="definition-card guide-card" aria-hidden="true">
        {figures.entries.serviceLevel.definition}
      </div>
    </div>
  );
}
