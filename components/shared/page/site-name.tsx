import type { JSX } from "react";
import { DemoMark } from "../demo-mark";

/** Whose page this is. */
export const SiteName = ({ name, demo }: { readonly name: string; readonly demo: boolean }): JSX.Element => (
  <p className="st-name st-site">
    <bdi>{name}</bdi>
    {demo ? <DemoMark /> : null}
  </p>
);
