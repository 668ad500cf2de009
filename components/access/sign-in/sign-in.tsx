"use client";

import { type JSX, useEffect, useSyncExternalStore } from "react";
import { nextPath } from "../../../lib/access/next-path";
import type { SignInWords } from "../../../lib/words/en/settings/sign-in";
import { Door } from "../door";
import { Problem } from "../form/problem";
import { NotSetUp } from "../gate-message";
import { useAnswers, useMe } from "../me-store";
import { Spoken } from "../spoken";
import { useAccessWords } from "../use-access-words";
import { SignInForm } from "./sign-in-form";

/** Where people come in; whoever is in already goes on. */
export function SignIn(): JSX.Element {
  return (
    <Spoken waiting={<Door title={null}>{null}</Door>}>
      <SignInDoor />
    </Spoken>
  );
}

const never = (): (() => void) => () => undefined;
const searchNow = (): string => globalThis.location.search;

/** What the server says in the address when the company's own way did not lead in. */
function companyProblem(said: string | null, { company }: SignInWords): string | null {
  if (said === null) return null;
  const known = Object.entries(company).find(([problem]) => problem === said);
  return known?.[1] ?? company.refused;
}

const goOn = (next: string): void => globalThis.location.replace(next);

function SignInDoor(): JSX.Element {
  const { signIn } = useAccessWords();
  const me = useMe();
  const answers = useAnswers();
  const asked = new URLSearchParams(useSyncExternalStore(never, searchNow, () => ""));
  const next = nextPath(asked.get("next"));
  const isIn = me?.kind === "person" || me?.kind === "demo";
  useEffect(() => {
    if (isIn) goOn(next);
  }, [isIn, next]);
  useEffect(() => {
    document.title = `${signIn.title} · Pickup`;
  }, [signIn.title]);
  if (me === null || isIn)
    return (
      <Door title={null}>
        <p role="status">{answers === false ? signIn.gate.noAnswer : signIn.gate.asking}</p>
      </Door>
    );
  if (me.kind === "nobody" && !me.setUp) return <NotSetUp />;
  return (
    <Door title={signIn.title}>
      <Problem says={companyProblem(asked.get("problem"), signIn)} />
      <SignInForm
        name=""
        signInWith={me.kind === "nobody" ? me.signInWith : null}
        next={next}
        onSignedIn={() => goOn(next)}
      />
    </Door>
  );
}
