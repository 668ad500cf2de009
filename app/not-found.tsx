import type { Metadata } from "next";
import type { JSX } from "react";
import { WallMessage } from "../components/wall/wall-message";

export const metadata: Metadata = { title: "Not found · Pickup" };

export default function NotFound(): JSX.Element {
  return <WallMessage title="There is nothing at this address" />;
}
