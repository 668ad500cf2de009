import type { Metadata } from "next";
import type { JSX } from "react";
import { Guide } from "../../components/styleguide/guide";
import "../styleguide.css";

export const metadata: Metadata = { title: "Style guide · Pickup" };

export default function StyleGuidePage(): JSX.Element {
  return <Guide />;
}
