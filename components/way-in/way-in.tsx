"use client";

import { type JSX, useEffect, useState } from "react";
import type { FeedState } from "../../lib/metrics/snapshot-types";
import { DemoMark, isDemo } from "../shared/demo-mark";
import { StateMark } from "../shared/state-mark";
import { type ListedBoard, type ListedSource, readSite, type Site, whyNotLive } from "./read-site";

const ASK_EVERY_MS = 5_000;

/** The way in: the boards there are, and how their sources stand. */
export function WayIn(): JSX.Element {
  const [site, setSite] = useState<Site | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      const answer = await readSite(stop.signal);
      if (stop.signal.aborted) return;
      setSite(answer);
      timer = setTimeout(() => void ask(), ASK_EVERY_MS);
    };
    void ask();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, []);
  return (
    <main className="way-in">
      <h1>
        Pickup
        {site?.type === "known" && isDemo(site.sources) ? <DemoMark /> : null}
      </h1>
      <p className="way-in-lead">What the contact centre needs to know now, on every screen.</p>
      {site === null ? <p role="status">Asking the server…</p> : <SiteParts site={site} />}
    </main>
  );
}

function SiteParts({ site }: { readonly site: Site }): JSX.Element {
  if (site.type === "failed")
    return <p role="status">The server does not answer. This page keeps asking and fills as soon as it does.</p>;
  return (
    <>
      <BoardList boards={site.boards} />
      <SourceList sources={site.sources} />
    </>
  );
}

function BoardList({ boards }: { readonly boards: readonly ListedBoard[] }): JSX.Element {
  return (
    <section aria-labelledby="boards">
      <h2 id="boards">Boards</h2>
      {boards.length === 0 ? <p>None yet. Boards are named in the configuration file.</p> : null}
      <ul className="way-in-list">
        {boards.map(({ id, name }) => (
          <li key={id}>
            <a href={`/wall?board=${encodeURIComponent(id)}`}>
              <bdi className="way-in-name">{name}</bdi>
              <span className="way-in-note">Open the wall</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const STATE_WORDS: Readonly<Record<FeedState, string>> = {
  connecting: "connecting",
  syncing: "catching up",
  live: "live",
  stale: "no live data",
  down: "not connected",
};

function SourceList({ sources }: { readonly sources: readonly ListedSource[] }): JSX.Element | null {
  if (sources.length === 0) return null;
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">Sources</h2>
      <ul className="way-in-list">
        {sources.map((source) => (
          <SourceItem key={source.id} source={source} />
        ))}
      </ul>
    </section>
  );
}

function SourceItem({ source }: { readonly source: ListedSource }): JSX.Element {
  const { id, kind, state } = source;
  const why = whyNotLive(source);
  return (
    <li>
      <p className="way-in-source">
        <StateMark state={state === "live" ? "ok" : "no-data"} word={false} />
        <bdi className="way-in-name">{id}</bdi>
        <span className="way-in-note">
          {kind}, {STATE_WORDS[state]}
        </span>
      </p>
      {why === null ? null : <p className="way-in-why">{why}</p>}
    </li>
  );
}
