import type { Metadata } from "next";
import type { JSX } from "react";
import { SettingsPage } from "../../../components/settings/frame/settings-page";
import { People } from "../../../components/settings/people/people";

export const metadata: Metadata = { title: "People · Pickup" };

export default function PeoplePage(): JSX.Element {
  return (
    <SettingsPage section="accounts">
      <People />
    </SettingsPage>
  );
}
