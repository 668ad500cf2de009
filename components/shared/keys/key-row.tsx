import type { JSX } from "react";

/** Of a list of keys: those that do the same thing, as they are written on them, and what they do. */
export const KeyRow = ({ keys, does }: { readonly keys: readonly string[]; readonly does: string }): JSX.Element => (
  <div>
    <dt>
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </dt>
    <dd>{does}</dd>
  </div>
);
