import type { Metadata } from "next";
import type { JSX } from "react";
import { DisplaySettings } from "../../../components/settings/displays/display-settings";
import { SettingsPage } from "../../../components/settings/frame/settings-page";

export const metadata: Metadata = { title: "Displays · Pickup" };

export default function DisplaysPage(): JSX.Element {
  return (
    <SettingsPage section="displays">
      <DisplaySettings />
    </SettingsPage>
  );
}
