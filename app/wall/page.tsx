import type { Metadata, Viewport } from "next";
import type { JSX } from "react";
import { Wall } from "../../components/wall/wall";

export const metadata: Metadata = { title: "Wall · Pickup" };

/** A wall is dark unless its board says otherwise, whatever the device likes. */
export const viewport: Viewport = { themeColor: "#0e1216" };

export default function WallPage(): JSX.Element {
  return <Wall />;
}
