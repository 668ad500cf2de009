import type { Metadata } from "next";
import type { JSX } from "react";
import { SettingsHome } from "../../components/settings/frame/settings-home";

export const metadata: Metadata = { title: "Settings · Pickup" };

export default function SettingsHomePage(): JSX.Element {
  return <SettingsHome />;
}
