import type { JSX } from "react";
import { assertNever } from "../../../lib/vocabulary";
import { useWallWords } from "../../shared/speech/use-wall-words";
import type { Rotation } from "./use-rotation";
import type { SoundState } from "../../shared/sound/use-sound";

type Props = { readonly rotation: Rotation; readonly sound: SoundState; readonly strip: boolean };

/** What the screen says of itself, beside the board: whose turn it is, who is left out, whether it can be heard. */
export function TvAside({ rotation, sound, strip }: Props): JSX.Element {
  const { tv } = useWallWords().wall;
  const leftOut = rotation.leftOut.map(({ boardId }) => boardId).join(", ");
  return (
    <aside className="tv-aside" aria-label={tv.aboutScreen}>
      <RotationDots rotation={rotation} />
      {strip ? (
        <div className="tv-strip">
          {leftOut === "" ? null : <p className="tv-notice">{tv.leftOut(leftOut)}</p>}
          <SoundNotice state={sound} />
        </div>
      ) : null}
    </aside>
  );
}

function RotationDots({ rotation: { shown, turning } }: { readonly rotation: Rotation }): JSX.Element | null {
  const { wall, formats } = useWallWords();
  if (turning.length < 2 || shown === null) return null;
  const name = shown.state.snapshot?.boardName ?? shown.boardId;
  const place = formats.count(turning.indexOf(shown) + 1);
  return (
    <div className="tv-dots" role="img" aria-label={wall.tv.boardOf(name, place, formats.count(turning.length))}>
      {turning.map(({ boardId }) => (
        <span key={boardId} className="tv-dot" data-board={boardId} data-shown={boardId === shown.boardId} />
      ))}
    </div>
  );
}

/** Any key and any press will do; the button is there for those who look for one. */
function SoundNotice({ state }: { readonly state: SoundState }): JSX.Element | null {
  const { tv } = useWallWords().wall;
  switch (state) {
    case "none":
    case "on":
      return null;
    case "asking":
      return (
        <button type="button" className="tv-notice">
          {tv.soundOff}
        </button>
      );
    case "muted":
      return <p className="tv-notice">{tv.soundMuted}</p>;
    default:
      return assertNever(state);
  }
}
