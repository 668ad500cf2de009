import type { JSX } from "react";
import { DemoMark } from "../../shared/demo-mark";
import { StateMark } from "../../shared/state-mark";

type Props = {
  readonly siteName: string;
  readonly boardName: string;
  /** The calls are made up by the simulator. */
  readonly demo: boolean;
  readonly hours: string;
  /** null: all feeds are live. */
  readonly feed: string | null;
  readonly time: string;
  /** 0 to 59 */
  readonly second: number;
};

/** Whose board this is, whether they are open, how the feeds stand, and a clock that visibly lives. */
export function TopLine({ siteName, boardName, demo, hours, feed, time, second }: Props): JSX.Element {
  return (
    <header className="top">
      <h1 className="top-name">
        <bdi className="top-site">{siteName}</bdi>
        {demo ? <DemoMark /> : null}
        <span className="dot">·</span>
        <bdi>{boardName}</bdi>
      </h1>
      <p className="top-hours">
        <span className="dot">·</span>
        {hours}
      </p>
      <p className="top-feed" role="status">
        {feed === null ? null : (
          <>
            <StateMark state="no-data" word={false} />
            {feed}
          </>
        )}
      </p>
      <p className="clock">
        <time>{time}</time>
        <svg className="seconds" viewBox="0 0 60 3" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <rect className="seconds-track" width="60" height="3" />
          <rect className="seconds-bar" width={second + 1} height="3" />
        </svg>
      </p>
    </header>
  );
}
