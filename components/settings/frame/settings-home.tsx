"use client";

import { type JSX, useEffect } from "react";
import { AccessGate } from "../../access/access-gate";
import { sectionsOf } from "../../access/gate-of";
import { useReader } from "../../access/use-reader";
import { Spoken } from "../../access/spoken";
import { useAccessWords } from "../../access/use-access-words";
import { SettingsSkeleton } from "./settings-skeleton";

const waiting = (says: string): JSX.Element => <SettingsSkeleton says={says} />;

/** Leads on to the first page of the settings that is open to the reader. */
export function SettingsHome(): JSX.Element {
  return (
    <Spoken waiting={waiting("Pickup")}>
      <AccessGate page="settings" waiting={waiting}>
        <OnToFirst />
      </AccessGate>
    </Spoken>
  );
}

function OnToFirst(): JSX.Element {
  const { frame } = useAccessWords();
  const [first] = sectionsOf(useReader()?.rights ?? []);
  useEffect(() => {
    if (first !== undefined) globalThis.location.replace(`/settings/${first}`);
  }, [first]);
  return waiting(frame.title);
}
