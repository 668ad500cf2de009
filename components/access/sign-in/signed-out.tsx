import { type JSX, useEffect, useRef } from "react";
import { Door } from "../door";
import { tellMe } from "../me-store";
import { useSettingsWords } from "../use-settings-words";
import { hereNow, nextPath } from "./next-path";
import { SignInForm } from "./sign-in-form";

type Props = { readonly name: string; readonly signInWith: string | null };

/** In front of a page whose session ended: signing in again leads back to it as it was left. */
export function SignedOut({ name, signInWith }: Props): JSX.Element {
  const { signIn } = useSettingsWords();
  const before = useRef<Element | null>(null);
  useEffect(() => {
    before.current ??= document.activeElement;
    return () => {
      if (before.current instanceof HTMLElement) before.current.focus();
    };
  }, []);
  return (
    <Door title={signIn.ended.title}>
      <p role="status">{signIn.ended.lead}</p>
      <SignInForm name={name} signInWith={signInWith} next={nextPath(hereNow())} onSignedIn={tellMe} />
    </Door>
  );
}
