import type { JSX, ReactNode } from "react";
import { ThemeSwitch } from "../shared/page/theme-switch";
import { AccountMenu } from "./menu/account-menu";

type Props = {
  /** null: nothing to say yet. */
  readonly title: string | null;
  readonly children: ReactNode;
};

/** A page with one thing on it: a form, or what is the matter. */
export const Door = ({ title, children }: Props): JSX.Element => (
  <div className="door">
    <header className="door-top">
      <a className="door-name" href="/">
        Pickup
      </a>
      <div className="door-own">
        <ThemeSwitch />
        <AccountMenu />
      </div>
    </header>
    <main className="door-main" aria-busy={title === null}>
      {title === null ? null : <h1>{title}</h1>}
      {children}
    </main>
  </div>
);
