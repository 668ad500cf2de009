import type { JSX } from "react";
import type { MaskedCaller as Caller } from "../../../lib/desk/desk-types";
import { assertNever } from "../../../lib/vocabulary";
import { useDeskWords } from "../../shared/speech/use-desk-words";

/** A caller as lists have him: `•••4711`, that he withheld it, or, for those who listen, that nothing is told. */
export function MaskedCaller({ caller }: { readonly caller: Caller }): JSX.Element {
  const { tables } = useDeskWords();
  switch (caller.kind) {
    case "number":
      return <span className="sc-masked">•••{caller.tail}</span>;
    case "withheld":
      return <>{tables.waiting.withheld}</>;
    case "hidden":
      return <span className="sr-only">{tables.caller.hidden}</span>;
    default:
      return assertNever(caller);
  }
}
