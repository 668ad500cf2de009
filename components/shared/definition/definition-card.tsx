import { type JSX, type RefObject, useLayoutEffect, useRef } from "react";
import { EDGE_PX, placeCard } from "./place-card";

const SMALLEST_LETTER_PX = 14;
/** Of the picture's height: larger letters than this leave no room for the sentence. */
const LARGEST_LETTER = 1 / 36;
const WIDTH_EM = 24;

type Props = {
  /** What it explains. */
  readonly name: HTMLElement;
  readonly close: () => void;
  readonly children: string;
};

/**
 * The sentence in a card that no tile cuts: it stands at the end of the page, in the theme and letter size of its name.
 * Listeners have the same text beside the name.
 */
export function DefinitionCard({ name, close, children }: Props): JSX.Element {
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = (): void => {
      if (card.current !== null) placeAt(card.current, name);
    };
    place();
    globalThis.addEventListener("scroll", place, true);
    globalThis.addEventListener("resize", place);
    return () => {
      globalThis.removeEventListener("scroll", place, true);
      globalThis.removeEventListener("resize", place);
    };
  }, [name]);
  useCloseFromOutside(name, card, close);
  const theme = name.closest("[data-theme]")?.getAttribute("data-theme") ?? undefined;
  return (
    <div ref={card} className="definition-card" data-theme={theme} aria-hidden="true">
      {children}
    </div>
  );
}

/** By Escape, wherever the focus is, and by a press on anything else. */
function useCloseFromOutside(name: HTMLElement, card: RefObject<HTMLElement | null>, close: () => void): void {
  // As soon as it is seen, which a passive effect may be later than.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      // The first Escape is for the card; what lies under it hears the next.
      event.preventDefault();
      event.stopPropagation();
      close();
    };
    const onPress = ({ target }: PointerEvent): void => {
      if (!(target instanceof Node && (name.contains(target) || card.current?.contains(target)))) close();
    };
    document.addEventListener("keydown", onKey, true);
    document.addEventListener("pointerdown", onPress, true);
    return () => {
      document.removeEventListener("keydown", onKey, true);
      document.removeEventListener("pointerdown", onPress, true);
    };
  }, [name, card, close]);
}

function placeAt(card: HTMLElement, name: HTMLElement): void {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const nameLetterPx = parseFloat(getComputedStyle(name).fontSize);
  const letterPx = Math.max(SMALLEST_LETTER_PX, Math.min(nameLetterPx, height * LARGEST_LETTER));
  card.style.fontSize = `${letterPx}px`;
  card.style.maxWidth = `${Math.min(WIDTH_EM * letterPx, width - 2 * EDGE_PX)}px`;
  const { left, top } = placeCard(name.getBoundingClientRect(), card.getBoundingClientRect(), { width, height });
  card.style.left = `${left}px`;
  card.style.top = `${top}px`;
}
