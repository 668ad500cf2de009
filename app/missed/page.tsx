import type { Metadata } from "next";
import type { JSX } from "react";
import { MissedCalls } from "../../components/missed/missed-calls";

export const metadata: Metadata = { title: "Missed calls · Pickup" };

export default function MissedPage(): JSX.Element {
  return <MissedCalls />;
}
