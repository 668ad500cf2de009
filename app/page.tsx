import type { JSX } from "react";
import { WayIn } from "../components/way-in/way-in";

export default function HomePage(): JSX.Element {
  return <WayIn />;
}
