import { type JSX, type ReactNode, useId, useState } from "react";
import { createPortal } from "react-dom";
import type { FigureKey } from "../../../lib/words/words";
import { useDisclosed } from "./use-disclosed";
import { useLazily } from "../page/use-lazily";
import { useWords } from "../use-words";

type Props = {
  readonly figure: FigureKey;
  /** The figure's name as it stands there. */
  readonly children: ReactNode;
};

/** A wall that nobody touches has no use for it. */
const loadCard = (): Promise<typeof import("./definition-card")> => import("./definition-card");

/**
 * A figure's name that says on hover, focus or tap what the figure means, until Escape, blur or a press elsewhere
 * (WCAG 1.4.13). Those who listen hear it with the name.
 */
export function Definition({ figure, children }: Props): JSX.Element {
  const { figures } = useWords();
  const { definition } = figures.entries[figure];
  const id = useId();
  const [name, setName] = useState<HTMLButtonElement | null>(null);
  const { open, close, hover, held } = useDisclosed();
  const card = useLazily(open, loadCard);
  return (
    <span className="definition" {...hover}>
      <button ref={setName} type="button" className="definition-name" aria-describedby={id} {...held}>
        {children}
      </button>
      <span id={id} hidden>
        {definition}
      </span>
      {open && name !== null && card !== null
        ? createPortal(
            <card.DefinitionCard name={name} close={close}>
              {definition}
            </card.DefinitionCard>,
            // Over a dialog nothing else shows.
            name.closest("dialog") ?? document.body,
          )
        : null}
    </span>
  );
}
