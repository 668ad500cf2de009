import { type JSX, useState } from "react";
import type { DisplayView } from "../../../lib/access/access-types";
import type { SettingsWords } from "../../../lib/words/load/settings";
import { ask } from "../../access/ask";
import { problemText } from "../../access/form/answer-text";
import { useSettingsWords } from "../frame/use-settings-words";
import { useWords } from "../../shared/use-words";
import { AskTwice } from "../parts/ask-twice";
import { ListRow, type RowAction } from "../parts/list-row";
import { dayText, readerZone, whenText } from "../parts/reader-clock";
import { agoText } from "./ago";
import { ChangeDisplay } from "./change-display";
import { screenOf, type Screens } from "./screens";

type Props = {
  readonly display: DisplayView;
  readonly screens: Screens | null;
  readonly nowMs: number;
  /** It was let in here, just now. */
  readonly isNew: boolean;
  readonly onChanged: () => void;
  readonly onRevoked: (display: DisplayView) => void;
};

/** As long as a display shows its name. */
const SAYS_SO_MS = 10_000;

type Told = "identify" | "reload";

/** One television: what is known of it, and what can be done with it from afar. */
export function DisplayRow(props: Props): JSX.Element {
  const { display, screens, nowMs, isNew } = props;
  const words = useSettingsWords();
  const { list, actions, screen } = words.displays;
  const { formats } = useWords();
  const [said, setSaid] = useState("");

  const say = (text: string): void => {
    setSaid(text);
    setTimeout(() => setSaid((now) => (now === text ? "" : now)), SAYS_SO_MS);
  };
  const tell = async (word: Told): Promise<void> => {
    setSaid("");
    const answer = await ask<{ readonly reached: number }>("POST", `${addressOf(display)}/${word}`);
    if (answer.kind !== "ok") say(problemText(answer, words));
    else say(answer.value.reached === 0 ? actions.notReached : actions.told[word]);
  };
  const shown = screenOf(display.screenId, screens);
  return (
    <ListRow name={display.name} actions={actionsOf(props, tell, words)}>
      <p>
        <bdi className="sl-name">{display.name}</bdi>
        {isNew ? <span className="sl-mark dp-new">{list.isNew}</span> : null}
        <span className="dp-screen" data-screen={shown.kind}>
          {shown.kind === "gone" ? (
            screen.gone(shown.name)
          ) : (
            <>
              {shown.kind === "rotation" ? `${screen.rotation} ` : null}
              <bdi>{shown.name}</bdi>
            </>
          )}
        </span>
      </p>
      <div>
        <Connection display={display} nowMs={nowMs} />
        <p className="dp-said" role="status">
          {said}
        </p>
      </div>
      <p className="sl-soft">
        {list.letIn(dayText(display.pairedAtMs, readerZone(), formats))}
        <span className="sl-note">
          {list.by} <bdi>{display.pairedBy}</bdi>
        </span>
      </p>
    </ListRow>
  );
}

const addressOf = ({ id }: DisplayView): string => `/api/v1/displays/${encodeURIComponent(id)}`;

function actionsOf(
  { display, screens, onChanged, onRevoked }: Props,
  tell: (word: Told) => Promise<void>,
  { displays: { actions } }: SettingsWords,
): readonly RowAction[] {
  return [
    { id: "identify", says: actions.identify, press: () => void tell("identify") },
    { id: "reload", says: actions.reload, press: () => void tell("reload") },
    {
      id: "change",
      says: actions.change,
      panel: (close) => <ChangeDisplay display={display} screens={screens} onChanged={onChanged} close={close} />,
    },
    {
      id: "revoke",
      says: actions.revoke,
      panel: (close) => (
        <AskTwice
          means={actions.revokeMeans(display.name)}
          confirm={actions.revoke}
          ask={() => ask("DELETE", addressOf(display))}
          onDone={() => onRevoked(display)}
          onCancel={close}
        />
      ),
    },
  ];
}

function Connection({ display, nowMs }: Pick<Props, "display" | "nowMs">): JSX.Element {
  const { language, displays } = useSettingsWords();
  const { formats } = useWords();
  const { connected, lastSeenAtMs, lastAddress } = display;
  const seen =
    lastSeenAtMs === null
      ? displays.list.notYet
      : displays.list.lastSeen(
          agoText(nowMs - lastSeenAtMs, language),
          whenText(lastSeenAtMs, nowMs, readerZone(), formats),
        );
  return (
    <p className="dp-connection" data-connected={connected}>
      <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        {connected ? <circle cx="6" cy="6" r="4.500" /> : <path d="M3 3l6 6M9 3l-6 6" />}
      </svg>
      <span>
        {connected ? displays.list.connected : displays.list.notConnected}
        <span className="sl-note">
          {connected ? null : seen}
          {connected || lastAddress === null ? null : " · "}
          {lastAddress}
        </span>
      </span>
    </p>
  );
}
