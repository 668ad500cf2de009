import type { Metadata } from "next";
import type { JSX } from "react";
import { SettingsPage } from "../../../components/settings/frame/settings-page";
import { Tokens } from "../../../components/settings/tokens/tokens";

export const metadata: Metadata = { title: "Tokens · Pickup" };

export default function TokensPage(): JSX.Element {
  return (
    <SettingsPage section="tokens">
      <Tokens />
    </SettingsPage>
  );
}
