"use client";

import { type JSX, type ReactNode, useEffect } from "react";
import { AccessGate } from "../../access/access-gate";
import { type Section, sectionsOf } from "../../access/gate-of";
import { useReader, useSiteName } from "../../access/use-reader";
import { Spoken } from "../../access/spoken";
import { useAccessWords } from "../../access/use-access-words";
import { useLoaded } from "../../shared/speech/speech";
import { useWords } from "../../shared/use-words";
import { SettingsSkeleton } from "./settings-skeleton";
import { SettingsTop } from "./settings-top";
import { SETTINGS_SPEECH } from "./use-settings-words";

type Props = { readonly section: Section; readonly children: ReactNode };

const waiting = (says: string): JSX.Element => <SettingsSkeleton says={says} />;

/** One page of the settings: its frame, and what stands in it for whoever holds its right. */
export function SettingsPage({ section, children }: Props): JSX.Element {
  return (
    <Spoken waiting={waiting("Pickup")}>
      <AccessGate page={`settings/${section}`} waiting={waiting}>
        <Frame section={section}>{children}</Frame>
      </AccessGate>
    </Spoken>
  );
}

function Frame({ section, children }: Props): JSX.Element {
  const { frame } = useAccessWords();
  const siteName = useSiteName();
  const title = frame.sections[section];
  useEffect(() => {
    document.title = [title, frame.title, siteName, "Pickup"].join(" · ");
  }, [title, frame.title, siteName]);
  const settings = useLoaded(SETTINGS_SPEECH, useWords().language);
  if (settings === null) return waiting(frame.title);
  return (
    <div className="st">
      <SettingsTop />
      <div className="st-columns">
        <SideNav here={section} />
        <main className="st-main" id="st-main">
          <h1>{title}</h1>
          <SETTINGS_SPEECH.Context.Provider value={settings}>{children}</SETTINGS_SPEECH.Context.Provider>
        </main>
      </div>
    </div>
  );
}

/** The pages that are open to the reader. */
function SideNav({ here }: { readonly here: Section }): JSX.Element {
  const { frame } = useAccessWords();
  const me = useReader();
  return (
    <nav className="st-nav" aria-label={frame.nav}>
      <ul>
        {sectionsOf(me?.rights ?? []).map((section) => (
          <li key={section}>
            <a href={`/settings/${section}`} {...(section === here ? { "aria-current": "page" as const } : {})}>
              {frame.sections[section]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
