"use client";

import { type JSX, useRef, useState } from "react";
import type { DisplayView } from "../../../lib/access/access-types";
import { serverNowMs } from "../../shared/time/server-clock";
import { useSettingsWords } from "../frame/use-settings-words";
import { useNow } from "../../shared/time/use-now";
import { ListState } from "../parts/list-state";
import { readerZone } from "../parts/reader-clock";
import { useListed } from "../parts/use-listed";
import { DisplayRow } from "./display-row";
import { HowTo } from "./how-to";
import { LetIn } from "./let-in";
import type { Screens } from "./screens";

const ASK_EVERY_MS = 5_000;
const SCREENS_EVERY_MS = 60_000;

/** The televisions: one is let in by the code it shows, all are looked after from here. */
export function DisplaySettings(): JSX.Element {
  const { displays: words, parts } = useSettingsWords();
  const listed = useListed<{ readonly displays: readonly DisplayView[] }>("/api/v1/displays", ASK_EVERY_MS);
  const screens = useListed<Screens>("/api/v1/boards", SCREENS_EVERY_MS).value;
  // Drawn anew with every second.
  const nowMs = useNow() === null ? 0 : serverNowMs();
  const heading = useRef<HTMLHeadingElement>(null);
  const [newIds, setNewIds] = useState<readonly string[]>([]);
  const [revoked, setRevoked] = useState("");

  const letIn = ({ id }: DisplayView): void => {
    setNewIds((ids) => [...ids, id]);
    setRevoked("");
    void listed.read();
  };
  const onRevoked = ({ name }: DisplayView): void => {
    setRevoked(words.list.revoked(name));
    // Its row goes, and with it what had the focus.
    heading.current?.focus();
    void listed.read();
  };
  return (
    <>
      <section className="st-part dp-part" aria-labelledby="dp-let-in">
        <h2 id="dp-let-in">{words.letIn.title}</h2>
        <HowTo />
        <LetIn screens={screens} onLetIn={letIn} />
      </section>
      <section className="st-part dp-part" aria-labelledby="dp-list">
        <h2 id="dp-list" ref={heading} tabIndex={-1}>
          {words.list.title}
        </h2>
        <p className="sl-done" role="status">
          {revoked}
        </p>
        <ListState listed={listed}>
          {({ displays }) =>
            displays.length === 0 ? (
              <p className="sl-empty">{words.list.empty}</p>
            ) : (
              <>
                <ul className="sl" data-stale={listed.failed !== null}>
                  {displays.map((display) => (
                    <DisplayRow
                      key={display.id}
                      display={display}
                      screens={screens}
                      nowMs={nowMs}
                      isNew={newIds.includes(display.id)}
                      onChanged={() => void listed.read()}
                      onRevoked={onRevoked}
                    />
                  ))}
                </ul>
                <p className="sl-foot">{parts.times(readerZone())}</p>
              </>
            )
          }
        </ListState>
      </section>
    </>
  );
}
