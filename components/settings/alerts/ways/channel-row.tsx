import { type JSX, useState } from "react";
import type { ChannelState, ChannelTest } from "../../../../lib/alerts/alert-api";
import { type Answer, ask } from "../../../access/ask";
import { problemText } from "../../../access/form/answer-text";
import { useReader } from "../../../access/use-reader";
import { troubleOf } from "../../../alerts/side/channel-trouble";
import { useAlertsWords } from "../../../alerts/use-alerts-words";
import { StateShape } from "../../../shared/state-mark";
import { serverNowMs } from "../../../shared/time/server-clock";
import { useSettingsWords } from "../../frame/use-settings-words";
import { ListRow } from "../../parts/list-row";
import { readerZone, whenText } from "../../parts/reader-clock";
import { TestAnswer } from "./test-answer";

type Props = { readonly channel: ChannelState; readonly onTested: () => void };

/** A channel's server is given 10 s, and a mail server is asked several times. */
const WITHIN_MS = 35_000;

export type Testing = "not" | "under-way" | Answer<ChannelTest>;

/** AL84: one channel, how it fares, and what it answers to a test. Never its address, which is a secret. */
export function ChannelRow({ channel, onTested }: Props): JSX.Element {
  const { ways } = useSettingsWords();
  const { alerts } = useAlertsWords();
  const { id, kind, host } = channel;
  const mayTest = useReader()?.rights.includes("channels.test") === true;
  const [testing, setTesting] = useState<Testing>("not");
  const test = async (): Promise<void> => {
    if (testing === "under-way") return;
    setTesting("under-way");
    setTesting(
      await ask<ChannelTest>("POST", `/api/v1/alert-channels/${encodeURIComponent(id)}/test`, null, WITHIN_MS),
    );
    onTested();
  };
  return (
    <ListRow name={id} actions={mayTest ? [{ id: "test", says: ways.test, press: () => void test() }] : []}>
      <div>
        <bdi className="sl-name">{id}</bdi>
        <span className="sl-note">{alerts.channels.kinds[kind]}</span>
      </div>
      <div>
        <Standing channel={channel} />
        {host === null ? null : (
          <span className="sl-note">
            <bdi>{host}</bdi>
          </span>
        )}
      </div>
      <div role="status">
        {testing === "not" ? null : testing === "under-way" ? (
          <span className="sl-soft">{ways.testing}</span>
        ) : (
          <Tested answer={testing} />
        )}
      </div>
    </ListRow>
  );
}

function Tested({ answer }: { readonly answer: Answer<ChannelTest> }): JSX.Element {
  const words = useSettingsWords();
  return answer.kind === "ok" ? <TestAnswer test={answer.value} /> : <>{problemText(answer, words)}</>;
}

function Standing({ channel }: { readonly channel: ChannelState }): JSX.Element {
  const { alerts, formats } = useAlertsWords();
  const words = alerts.channels;
  const { waiting, waitingSinceMs, givenUp, lastDeliveredAtMs, problem } = channel;
  const nowMs = serverNowMs();
  const whenOf = (atMs: number): string => whenText(atMs, nowMs, readerZone(), formats);
  const waits = troubleOf({ ...channel, givenUp: 0 }, nowMs) === "none" ? "none" : "watch";
  return (
    <>
      {givenUp === 0 ? null : (
        <p className="ar-trouble" data-state="act">
          <StateShape state="act" />
          <span>{words.givenUp(givenUp, formats.count(givenUp))}</span>
        </p>
      )}
      {waiting === 0 || waitingSinceMs === null ? null : (
        <p className="ar-trouble" data-state={waits}>
          <StateShape state={waits} />
          <span>{words.waiting(waiting, formats.count(waiting), whenOf(waitingSinceMs))}</span>
        </p>
      )}
      {problem === null ? null : <p className="sl-soft">{words.why(problem)}</p>}
      <p className="sl-soft ar-last">
        {lastDeliveredAtMs === null ? words.nothingYet : words.delivered(whenOf(lastDeliveredAtMs))}
      </p>
    </>
  );
}
