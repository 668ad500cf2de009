import type { Metadata } from "next";
import type { JSX } from "react";
import { SettingsPage } from "../../../components/settings/frame/settings-page";
import { Trail } from "../../../components/settings/trail/trail";

export const metadata: Metadata = { title: "Audit trail · Pickup" };

export default function TrailPage(): JSX.Element {
  return (
    <SettingsPage section="audit-trail">
      <Trail />
    </SettingsPage>
  );
}
