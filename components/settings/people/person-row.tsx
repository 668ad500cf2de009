import type { JSX } from "react";
import type { AccountView } from "../../../lib/access/access-types";
import type { PeopleWords } from "../../../lib/words/en/settings/people";
import { ask } from "../../access/ask";
import { useSettingsWords } from "../frame/use-settings-words";
import { serverNowMs } from "../../shared/time/server-clock";
import { useWords } from "../../shared/use-words";
import { AskTwice } from "../parts/ask-twice";
import { ListRow, type RowAction } from "../parts/list-row";
import type { KnownQueue } from "../parts/queue-choice";
import { readerZone, whenText } from "../parts/reader-clock";
import { ChangePerson } from "./change-person";
import { GivePassword } from "./give-password";

export type PersonPanelProps = {
  readonly account: AccountView;
  /** The reader himself. */
  readonly isMe: boolean;
  /** @param says what came of it */
  readonly onDone: (says: string) => void;
  readonly onCancel: () => void;
};

type Props = Omit<PersonPanelProps, "onCancel"> & { readonly queues: readonly KnownQueue[] };

/** A person: what is open to him, when he was seen, and what can be changed. */
export function PersonRow(props: Props): JSX.Element {
  const { people } = useSettingsWords();
  const { account, queues, isMe } = props;
  const { name, disabled } = account;
  return (
    <ListRow name={name} actions={actionsOf(props, people)} state={disabled ? "off" : "on"}>
      <div>
        <bdi className="sl-name">{name}</bdi>
        {isMe ? <span className="sl-mark">{people.you}</span> : null}
        {disabled ? <span className="sl-mark">{people.disabled}</span> : null}
        {account.signsInBy === "company" ? <span className="sl-note">{people.byCompany}</span> : null}
      </div>
      <Open account={account} queues={queues} />
      <div>
        <LastSeen atMs={account.lastSeenAtMs} />
        {account.seesNumbers ? <span className="sl-note">{people.seesNumbers}</span> : null}
      </div>
    </ListRow>
  );
}

function actionsOf({ queues, onDone, ...whose }: Props, people: PeopleWords): readonly RowAction[] {
  const panelOf = (close: () => void): PersonPanelProps => ({
    ...whose,
    onDone: (says) => {
      close();
      onDone(says);
    },
    onCancel: close,
  });
  const { disabled, signsInBy } = whose.account;
  const password: RowAction = {
    id: "password",
    says: people.newPassword,
    panel: (close) => <GivePassword {...panelOf(close)} />,
  };
  return [
    {
      id: "change",
      says: people.change,
      panel: (close) => <ChangePerson {...panelOf(close)} queues={queues} />,
    },
    ...(signsInBy === "company" ? [] : [password]),
    {
      id: "turn",
      says: disabled ? people.enable : people.disable,
      panel: (close) => <TurnPerson {...panelOf(close)} />,
    },
  ];
}

/** His role, and a lead's queues. */
function Open({ account: { role, queueIds }, queues }: Pick<Props, "account" | "queues">): JSX.Element {
  const { frame, own } = useSettingsWords();
  const names = queueIds?.map((id) => queues.find((queue) => queue.id === id)?.name ?? id);
  return (
    <div>
      {frame.roles[role]}
      <span className="sl-note">
        {names === undefined
          ? own.allQueues
          : names.map((name, index) => (
              <span key={name}>
                {index === 0 ? "" : ", "}
                <bdi>{name}</bdi>
              </span>
            ))}
      </span>
    </div>
  );
}

function LastSeen({ atMs }: { readonly atMs: number | null }): JSX.Element {
  const { parts } = useSettingsWords();
  const { formats } = useWords();
  if (atMs === null) return <span className="sl-soft">{parts.neverSeen}</span>;
  return <span className="sl-soft">{parts.lastSeen(whenText(atMs, serverNowMs(), readerZone(), formats))}</span>;
}

/** Keeps somebody out, or lets him in again. */
function TurnPerson({ account, isMe, onDone, onCancel }: PersonPanelProps): JSX.Element {
  const { effects, done } = useSettingsWords().people;
  const { id, name, disabled } = account;
  const away = isMe ? effects.disableYou : effects.disable(name);
  return (
    <AskTwice
      means={disabled ? effects.enable(name) : away}
      confirm={disabled ? effects.confirmEnable(name) : effects.confirmDisable(name)}
      ask={() => ask("PATCH", `/api/v1/accounts/${id}`, { disabled: !disabled })}
      onDone={() => onDone(disabled ? done.enabled(name) : done.disabled(name))}
      onCancel={onCancel}
    />
  );
}
