import type { JSX } from "react";
import { assertNever } from "../../../lib/vocabulary";
import { useAnswers } from "../../access/me-store";
import { Speaks } from "../../shared/speech/speaks";
import { useScreenWords } from "../../shared/speech/use-screen-words";
import { useWallWords, WALL_SPEECH } from "../../shared/speech/use-wall-words";
import { LazyPairing } from "../tv/pairing/lazy-pairing";
import { useAskEvery } from "../../access/use-ask-every";
import type { WallGate } from "./wall-gate-of";

type Gate = Exclude<WallGate, { kind: "boards" }>;

const ASK_EVERY_MS = 20_000;

/** A wall that has no board to show, because of who it is: as dark as most walls are. */
export function WallDoor({ gate }: { readonly gate: Gate }): JSX.Element {
  const words = useScreenWords(WALL_SPEECH, null);
  useAskEvery(ASK_EVERY_MS);
  return (
    <Speaks speech={WALL_SPEECH} words={words}>
      <div className="tv backed" data-theme="dark">
        <Says gate={gate} />
      </div>
    </Speaks>
  );
}

function Says({ gate }: { readonly gate: Gate }): JSX.Element {
  const { wall } = useWallWords();
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
