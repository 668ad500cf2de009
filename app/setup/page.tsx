import type { Metadata } from "next";
import type { JSX } from "react";
import { SetUp } from "../../components/access/setup/set-up";

/** What is opened from here learns nothing of where from. */
export const metadata: Metadata = { title: "The first administrator · Pickup", referrer: "no-referrer" };

export default function SetupPage(): JSX.Element {
  return <SetUp />;
}
