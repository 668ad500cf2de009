import { type JSX, useEffect, useRef } from "react";
import type { Me } from "../../../lib/access/access-types";
import { nextPath } from "../../../lib/access/next-path";
import { Door } from "../door";
import { useAccessWords } from "../use-access-words";
import { hereNow } from "./next-path";
import { SignInForm } from "./sign-in-form";

type Props = {
  readonly name: string;
  readonly signInWith: string | null;
  readonly onSignedIn: (me: Me) => void;
};

/** In front of a page whose session ended: signing in again leads back to it as it was left. */
export function SignedOut({ name, signInWith, onSignedIn }: Props): JSX.Element {
  const { signIn } = useAccessWords();
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
      <SignInForm name={name} signInWith={signInWith} next={nextPath(hereNow())} onSignedIn={onSignedIn} />
    </Door>
  );
}
