import type { Metadata } from "next";
import type { JSX } from "react";
import { Supervise } from "../../components/supervise/supervise";

export const metadata: Metadata = { title: "Supervise · Pickup" };

export default function SupervisePage(): JSX.Element {
  return <Supervise />;
}
