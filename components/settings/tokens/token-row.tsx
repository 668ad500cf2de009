import type { JSX } from "react";
import type { TokenView } from "../../../lib/access/access-types";
import type { TokenWords } from "../../../lib/words/en/settings/tokens";
import { ask } from "../../access/ask";
import { useSettingsWords } from "../frame/use-settings-words";
import { serverNowMs } from "../../shared/time/server-clock";
import { useWords } from "../../shared/use-words";
import { AskTwice } from "../parts/ask-twice";
import { ListRow, type RowAction } from "../parts/list-row";
import { readerZone, whenText } from "../parts/reader-clock";

type Props = { readonly token: TokenView; readonly onRevoked: () => void };

/** A token: what it is for, who made it, and when it was used. */
export function TokenRow(props: Props): JSX.Element {
  const { tokens } = useSettingsWords();
  const { formats } = useWords();
  const { name, scope, createdAtMs, createdBy, lastUsedAtMs } = props.token;
  const whenOf = (atMs: number): string => whenText(atMs, serverNowMs(), readerZone(), formats);
  return (
    <ListRow name={name} actions={actionsOf(props, tokens)}>
      <bdi className="sl-name">{name}</bdi>
      <div>{tokens.scopes[scope]}</div>
      <div>
        <span className="sl-soft">{lastUsedAtMs === null ? tokens.neverUsed : tokens.used(whenOf(lastUsedAtMs))}</span>
        <span className="sl-note">
          {createdBy === "" ? tokens.madeByNobody(whenOf(createdAtMs)) : tokens.made(whenOf(createdAtMs), createdBy)}
        </span>
      </div>
    </ListRow>
  );
}

function actionsOf({ token: { id, name }, onRevoked }: Props, tokens: TokenWords): readonly RowAction[] {
  return [
    {
      id: "revoke",
      says: tokens.revoke,
      panel: (close) => (
        <AskTwice
          means={tokens.revokeMeans(name)}
          confirm={tokens.confirmRevoke(name)}
          ask={() => ask("DELETE", `/api/v1/tokens/${id}`)}
          onDone={onRevoked}
          onCancel={close}
        />
      ),
    },
  ];
}
