import { type JSX, useCallback, useId, useRef, useState } from "react";
import { ask } from "../ask";
import { problemText } from "../form/answer-text";
import { Problem } from "../form/problem";
import { sectionsOf } from "../gate-of";
import { useMe } from "../me-store";
import { useAccessWords } from "../use-access-words";
import { useDismiss } from "./use-dismiss";

/** Who is signed in, the way to the settings and out; nothing where nobody is. */
export function AccountMenu(): JSX.Element | null {
  const words = useAccessWords();
  const { menu } = words.signIn;
  const me = useMe();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const close = useCallback(() => setOpen(false), []);
  useDismiss(box, open, close);
  if (me === null || (me.kind !== "person" && me.kind !== "demo")) return null;
  const name = me.kind === "person" ? me.name : menu.demo;

  const signOut = async (): Promise<void> => {
    const answer = await ask("DELETE", "/api/v1/session");
    if (answer.kind === "ok" || (answer.kind === "refused" && answer.status === 401))
      return globalThis.location.assign("/sign-in");
    setProblem(answer.kind === "no-answer" ? menu.signOutFailed : problemText(answer, words));
  };
  return (
    <div className="account" ref={box}>
      <button
        type="button"
        className="account-open"
        aria-label={menu.label(name)}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <svg className="account-who" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
          <circle cx="8" cy="5.200" r="2.900" />
          <path d="M2.300 14.300a5.700 5.700 0 0 1 11.400 0" />
        </svg>
        <bdi className="account-name">{name}</bdi>
        <svg className="account-turn" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
          <path d="M2 3.500l3 3 3-3" />
        </svg>
      </button>
      <div className="account-card" id={id} hidden={!open}>
        <p className="account-as">
          <bdi>{name}</bdi>
          <span>{me.kind === "person" ? words.frame.roles[me.role] : menu.demoMeans}</span>
        </p>
        {sectionsOf(me.rights).length === 0 ? null : <a href="/settings">{menu.settings}</a>}
        {me.kind === "person" ? (
          <button type="button" onClick={() => void signOut()}>
            {menu.signOut}
          </button>
        ) : null}
        <Problem says={problem} />
      </div>
    </div>
  );
}
