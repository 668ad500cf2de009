import type { Metadata } from "next";
import type { JSX } from "react";
import { Wall } from "../../components/wall/wall";

export const metadata: Metadata = { title: "Wall · Pickup" };

export default function WallPage(): JSX.Element {
  return <Wall />;
}
