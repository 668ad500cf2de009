import { type JSX, useEffect, useRef } from "react";
import { useSettingsWords } from "../frame/use-settings-words";
import { CopyText } from "../../way-in/copy-text";
import { exampleOf } from "./examples";
import type { Created } from "./tokens";

type Props = { readonly created: Created; readonly onDone: () => void };

/** A token that was just made, the only time that it is seen. */
export function NewSecret({ created: { token, secret }, onDone }: Props): JSX.Element {
  const { tokens, parts } = useSettingsWords();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section className="sl-panel sl-secret" aria-label={tokens.created(token.name)}>
      <h2 ref={title} tabIndex={-1}>
        {tokens.created(token.name)}
      </h2>
      <p className="sl-means">{tokens.once}</p>
      <CopyText text={secret} says={parts} />
      <div className="sl-example">
        <p className="form-hint">{tokens.example}</p>
        <pre>
          <code>{exampleOf(token.scope, globalThis.location.origin, null)}</code>
        </pre>
      </div>
      <p className="sl-buttons">
        <button type="button" className="button button-first" onClick={onDone}>
          {tokens.done}
        </button>
      </p>
    </section>
  );
}
