import type { Metadata } from "next";
import type { JSX } from "react";
import { SettingsPage } from "../../../components/settings/frame/settings-page";
import { OwnAccount } from "../../../components/settings/own/own-account";

export const metadata: Metadata = { title: "My account · Pickup" };

export default function OwnAccountPage(): JSX.Element {
  return (
    <SettingsPage section="account">
      <OwnAccount />
    </SettingsPage>
  );
}
