"use client";

import { type JSX, useEffect, useState } from "react";
import { Door } from "../door";
import { useAnswers, useMe } from "../me-store";
import { Spoken } from "../spoken";
import { useAccessWords } from "../use-access-words";
import { SetupForm } from "./setup-form";
import { useSetupToken } from "./use-setup-token";

/** Where the first administrator is made, by the link that the server printed. */
export function SetUp(): JSX.Element {
  // Taken at once, whatever else is still on its way.
  const token = useSetupToken();
  return (
    <Spoken waiting={<Door title={null}>{null}</Door>}>
      <SetUpDoor token={token} />
    </Spoken>
  );
}

function SetUpDoor({ token }: { readonly token: string | null | undefined }): JSX.Element {
  const { signIn } = useAccessWords();
  const { setUp, gate } = signIn;
  const me = useMe();
  const answers = useAnswers();
  const [stale, setStale] = useState(false);
  useEffect(() => {
    document.title = `${setUp.title} · Pickup`;
  }, [setUp.title]);
  if (me === null || token === undefined)
    return (
      <Door title={null}>
        <p role="status">{answers === false ? gate.noAnswer : gate.asking}</p>
      </Door>
    );
  if (me.kind !== "nobody" || me.setUp)
    return (
      <Door title={setUp.done}>
        <p>{setUp.doneLead}</p>
        <p className="door-ways">
          <a className="button button-first" href={me.kind === "nobody" ? "/sign-in" : "/"}>
            {me.kind === "nobody" ? setUp.toSignIn : gate.allBoards}
          </a>
        </p>
      </Door>
    );
  if (token === null || stale)
    return (
      <Door title={gate.notSetUp}>
        <p role="alert">{token === null ? setUp.noToken : setUp.stale}</p>
      </Door>
    );
  return (
    <Door title={setUp.title}>
      <p>{setUp.lead}</p>
      <SetupForm token={token} onMade={() => globalThis.location.replace("/")} onStale={() => setStale(true)} />
    </Door>
  );
}
