import type { Metadata } from "next";
import type { JSX } from "react";
import { AlertSettings } from "../../../components/settings/alerts/alert-settings";
import { SettingsPage } from "../../../components/settings/frame/settings-page";

export const metadata: Metadata = { title: "Alerts · Settings · Pickup" };

export default function AlertSettingsPage(): JSX.Element {
  return (
    <SettingsPage section="alerts">
      <AlertSettings />
    </SettingsPage>
  );
}
