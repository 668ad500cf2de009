"use client";

import { type JSX, useState } from "react";
import type { TokenView } from "../../../lib/access/access-types";
import { useSettingsWords } from "../frame/use-settings-words";
import { ListState } from "../parts/list-state";
import { OpenAbove } from "../parts/open-above";
import { readerZone } from "../parts/reader-clock";
import { useListed } from "../parts/use-listed";
import { AddToken } from "./add-token";
import { NewSecret } from "./new-secret";
import { TokenRow } from "./token-row";

type Told = { readonly tokens: readonly TokenView[] };
export type Created = { readonly token: TokenView; readonly secret: string };

/** "Last used" is written once a minute. */
const EVERY_MS = 60_000;

/** What scripts come in with. A secret is shown once and forgotten with its panel. */
export function Tokens(): JSX.Element {
  const { tokens: words, parts } = useSettingsWords();
  const listed = useListed<Told>("/api/v1/tokens", EVERY_MS);
  const [created, setCreated] = useState<Created | null>(null);
  const [done, setDone] = useState("");
  return (
    <>
      <div className="sl-head">
        <p>{words.lead}</p>
        {created === null ? (
          <OpenAbove says={words.add}>
            {(close) => (
              <AddToken
                onCreated={(fresh) => {
                  setCreated(fresh);
                  setDone("");
                  void listed.read();
                }}
                onCancel={close}
              />
            )}
          </OpenAbove>
        ) : (
          <NewSecret created={created} onDone={() => setCreated(null)} />
        )}
      </div>
      <p className="sl-done" role="status">
        {done}
      </p>
      <ListState listed={listed}>
        {({ tokens }) =>
          tokens.length === 0 ? (
            <p className="sl-empty">{words.none}</p>
          ) : (
            <>
              <ul className="sl">
                {tokens.map((token) => (
                  <TokenRow
                    key={token.id}
                    token={token}
                    onRevoked={() => {
                      setDone(words.revoked(token.name));
                      if (created?.token.id === token.id) setCreated(null);
                      void listed.read();
                    }}
                  />
                ))}
              </ul>
              <p className="sl-foot">{parts.times(readerZone())}</p>
            </>
          )
        }
      </ListState>
    </>
  );
}
