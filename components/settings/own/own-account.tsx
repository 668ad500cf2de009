"use client";

import type { JSX } from "react";
import type { Me } from "../../../lib/access/access-types";
import type { Right } from "../../../lib/access/roles";
import { useReader } from "../../access/use-reader";
import { useSettingsWords } from "../frame/use-settings-words";
import { ChangePassword } from "./change-password";
import { useQueueNames } from "./use-queue-names";

/** Who the reader is here, what is open to him, and his password. */
export function OwnAccount(): JSX.Element | null {
  const me = useReader();
  const { own } = useSettingsWords();
  if (me?.kind !== "person") return null;
  return (
    <>
      <section className="st-part" aria-labelledby="own-you">
        <h2 id="own-you">{own.you}</h2>
        <Facts me={me} />
      </section>
      <section className="st-part" aria-labelledby="own-open">
        <h2 id="own-open">{own.open}</h2>
        <Rights rights={me.rights} />
        {me.role === "admin" ? null : <p className="form-hint">{own.whoChanges}</p>}
      </section>
      {me.hasPassword ? (
        <section className="st-part" aria-labelledby="own-password">
          <h2 id="own-password">{own.password}</h2>
          <p>{own.everywhere}</p>
          <ChangePassword name={me.name} />
        </section>
      ) : null}
    </>
  );
}

function Facts({ me }: { readonly me: Extract<Me, { kind: "person" }> }): JSX.Element {
  const { own, frame } = useSettingsWords();
  const nameOf = useQueueNames(me.queueIds !== null);
  return (
    <dl className="st-facts">
      <div>
        <dt>{own.name}</dt>
        <dd>
          <bdi>{me.name}</bdi>
        </dd>
      </div>
      <div>
        <dt>{own.role}</dt>
        <dd>{frame.roles[me.role]}</dd>
      </div>
      <div>
        <dt>{own.queues}</dt>
        <dd>
          {me.queueIds === null ? (
            own.allQueues
          ) : (
            <ul className="st-names">
              {me.queueIds.map((id) => (
                <li key={id}>
                  <bdi>{nameOf(id)}</bdi>
                </li>
              ))}
            </ul>
          )}
        </dd>
      </div>
      <div>
        <dt>{own.signsIn}</dt>
        <dd>{me.hasPassword ? own.byPassword : own.byCompany}</dd>
      </div>
    </dl>
  );
}

/** All but those that every account has. */
function Rights({ rights }: { readonly rights: readonly Right[] }): JSX.Element {
  const { frame } = useSettingsWords();
  return (
    <ul className="st-rights">
      {rights.map((right) =>
        right === "public" || right === "account.own" ? null : (
          <li key={right}>
            <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
              <path d="M2 6.500l2.800 2.800L10 3.500" />
            </svg>
            {frame.rights[right]}
          </li>
        ),
      )}
    </ul>
  );
}
