"use client";

import { type JSX, useState } from "react";
import { useSettingsWords } from "../frame/use-settings-words";
import { ListState } from "../parts/list-state";
import { readerZone } from "../parts/reader-clock";
import { type ActFilter, isShown } from "./act-groups";
import { ActSelect } from "./act-select";
import { Chain } from "./chain";
import { TrailTable } from "./trail-table";
import { useTrail } from "./use-trail";

/** Who did what, when and from where. */
export function Trail(): JSX.Element {
  const { trail: words, parts, signIn } = useSettingsWords();
  const { listed, asking, readOlder } = useTrail();
  const [filter, setFilter] = useState<ActFilter>("");
  return (
    <>
      <div className="sl-head">
        <p>{words.lead}</p>
      </div>
      <ListState listed={listed}>
        {({ lines, hasOlder, intact }) => {
          const shown = lines.filter((line) => isShown(line, filter));
          return (
            <>
              <Chain intact={intact} />
              <div className="sl-tools">
                <ActSelect chosen={filter} onChoose={setFilter} />
                <p>
                  <a className="button sl-action" href="/api/v1/audit-trail/export" download title={words.exportMeans}>
                    {words.export}
                  </a>
                </p>
              </div>
              {shown.length === 0 ? (
                <p className="sl-empty">{lines.length === 0 ? words.none : words.noneOf}</p>
              ) : (
                <TrailTable lines={shown} />
              )}
              {hasOlder ? (
                <p className="sl-more">
                  <button type="button" className="button" aria-disabled={asking} onClick={() => void readOlder()}>
                    {asking ? signIn.sending : words.older}
                  </button>
                </p>
              ) : null}
              <p className="sl-foot">{parts.times(readerZone())}</p>
            </>
          );
        }}
      </ListState>
    </>
  );
}
