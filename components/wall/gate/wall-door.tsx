import type { JSX } from "react";
import { words as english } from "../../../lib/words/en/words";
import { assertNever } from "../../../lib/vocabulary";
import { useAnswers } from "../../access/me-store";
import { useScreenWords } from "../../shared/page/use-screen-words";
import { useWords, WordsContext } from "../../shared/use-words";
import { LazyPairing } from "../tv/pairing/lazy-pairing";
import { useAskEvery } from "../../access/use-ask-every";
import type { WallGate } from "./wall-gate-of";

type Gate = Exclude<WallGate, { kind: "boards" }>;

const ASK_EVERY_MS = 20_000;

/** A wall that has no board to show, because of who it is: as dark as most walls are. */
export function WallDoor({ gate }: { readonly gate: Gate }): JSX.Element {
  const words = useScreenWords(null);
  useAskEvery(ASK_EVERY_MS);
  return (
    <WordsContext.Provider value={words ?? english}>
      <div className="tv backed" data-theme="dark">
        <Says gate={gate} />
      </div>
    </WordsContext.Provider>
  );
}

function Says({ gate }: { readonly gate: Gate }): JSX.Element {
  const { wall } = useWords();
  const answers = useAnswers();
  switch (gate.kind) {
    case "asking":
      return <Message title={answers === false ? wall.noServer : wall.connecting} lead={null} />;
    case "not-set-up":
      return <Message title={wall.gate.notSetUp} lead={wall.gate.openLink} />;
    case "gone":
      return <Message title={wall.gate.gone(gate.name)} lead={wall.gate.chooseAnother} />;
    case "pairing":
      return <LazyPairing />;
    default:
      return assertNever(gate);
  }
}

const Message = ({ title, lead }: { readonly title: string; readonly lead: string | null }): JSX.Element => (
  <main className="wall wall-empty">
    <h1 aria-live="polite">{title}</h1>
    {lead === null ? null : <p>{lead}</p>}
  </main>
);
