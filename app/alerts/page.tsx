import type { Metadata } from "next";
import type { JSX } from "react";
import { Alerts } from "../../components/alerts/alerts";

export const metadata: Metadata = { title: "Alerts · Pickup" };

export default function AlertsPage(): JSX.Element {
  return <Alerts />;
}
