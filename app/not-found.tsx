import type { Metadata } from "next";
import type { JSX } from "react";
import { PlainMessage } from "../components/shared/page/plain-message";

export const metadata: Metadata = { title: "Not found · Pickup" };

export default function NotFound(): JSX.Element {
  return <PlainMessage title="There is nothing at this address" wayBack="All boards" />;
}
