import type { JSX } from "react";
import { DemoMark } from "../demo-mark";

type Props = { readonly name: string; readonly demo: boolean; readonly className?: string };

/** Whose page this is. */
export const SiteName = ({ name, demo, className = "st-name st-site" }: Props): JSX.Element => (
  <p className={className}>
    <bdi>{name}</bdi>
    {demo ? <DemoMark /> : null}
  </p>
);
