import type { JSX } from "react";
import { useWayInWords } from "../shared/speech/use-way-in-words";
import { FIRST_CHECK, FIRST_START, firstConfig } from "./commands";
import { CopyText } from "./copy-text";

/** What to do first when nothing is configured. */
export function FirstSteps(): JSX.Element {
  const { first } = useWayInWords().wayIn;
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return (
    <section className="first" aria-labelledby="first">
      <h2 id="first">{first.title}</h2>
      <p>{first.lead}</p>
      <ol>
        <li>
          <p>{first.write}</p>
          <CopyText text={firstConfig(timeZone)} />
        </li>
        <li>
          <p>{first.check}</p>
          <CopyText text={FIRST_CHECK} />
        </li>
        <li>
          <p>{first.restart}</p>
          <CopyText text={FIRST_START} />
        </li>
      </ol>
    </section>
  );
}
