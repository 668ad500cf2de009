"use client";

import { type JSX, useState } from "react";
import type { AccountView } from "../../../lib/access/access-types";
import { useMe } from "../../access/me-store";
import { useSettingsWords } from "../frame/use-settings-words";
import { ListState } from "../parts/list-state";
import { OpenAbove } from "../parts/open-above";
import type { KnownQueue } from "../parts/queue-choice";
import { readerZone } from "../parts/reader-clock";
import { useListed } from "../parts/use-listed";
import { AddPerson } from "./add-person";
import { PersonRow } from "./person-row";

type Told = { readonly accounts: readonly AccountView[]; readonly queues: readonly KnownQueue[] };

/** "Last seen" is written once a minute. */
const EVERY_MS = 60_000;

/** Who may sign in, and what is open to whom. */
export function People(): JSX.Element {
  const { people, parts } = useSettingsWords();
  const me = useMe();
  const listed = useListed<Told>("/api/v1/accounts", EVERY_MS);
  const [done, setDone] = useState("");
  const onDone = (says: string): void => {
    setDone(says);
    void listed.read();
  };
  return (
    <>
      <div className="sl-head">
        <p>{people.lead}</p>
        {me?.kind === "demo" ? <p>{people.demo}</p> : null}
        <OpenAbove says={people.add}>
          {(close) => (
            <AddPerson
              queues={listed.value?.queues ?? []}
              onAdded={(says) => {
                close();
                onDone(says);
              }}
              onCancel={close}
            />
          )}
        </OpenAbove>
      </div>
      <p className="sl-done" role="status">
        {done}
      </p>
      <ListState listed={listed}>
        {({ accounts, queues }) =>
          accounts.length === 0 ? (
            <p className="sl-empty">{people.none}</p>
          ) : (
            <>
              <ul className="sl sl-people">
                {accounts.map((account) => (
                  <PersonRow
                    key={account.id}
                    account={account}
                    queues={queues}
                    isMe={me?.kind === "person" && me.accountId === account.id}
                    onDone={onDone}
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
