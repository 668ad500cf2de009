import { type JSX, type ReactNode, useEffect, useState } from "react";
import type { Me } from "../../lib/access/access-types";
import { assertNever } from "../../lib/vocabulary";
import { useLoaded } from "../shared/speech/speech";
import { useWords } from "../shared/use-words";
import { IsDisplay, NoRight, NotSetUp } from "./gate-message";
import { gateOf, type Page } from "./gate-of";
import { tellMe, useAnswers, useMe } from "./me-store";
import { hereNow, signInAddress } from "./sign-in/next-path";
import { SignedOut } from "./sign-in/signed-out";
import { ReaderContext } from "./use-reader";
import { ACCESS_SPEECH, useAccessWords } from "./use-access-words";

type Props = {
  readonly page: Page;
  /** The page's shape while it is not known yet who asks. @param says why it is not there yet */
  readonly waiting: (says: string) => JSX.Element;
  readonly children: ReactNode;
};

/** Lets whoever may see a page through to it, and tells everybody else what is missing. Asks for words round it. */
export function AccessGate({ page, waiting, children }: Props): JSX.Element {
  const access = useLoaded(ACCESS_SPEECH, useWords().language);
  if (access === null) return waiting("Pickup");
  return (
    <ACCESS_SPEECH.Context.Provider value={access}>
      <Passage page={page} waiting={waiting}>
        {children}
      </Passage>
    </ACCESS_SPEECH.Context.Provider>
  );
}

const FOLLOWS_A_BOARD: ReadonlySet<Page> = new Set(["boards", "supervise", "alerts", "missed"]);

/** Another person gets a page of his own, in which nothing of the last one's stands. */
const keyOf = (me: Me | null): string => (me?.kind === "person" ? me.accountId : (me?.kind ?? ""));

function Passage({ page, waiting, children }: Props): JSX.Element {
  const { gate: words } = useAccessWords().signIn;
  const me = useMe();
  const answers = useAnswers();
  const gate = gateOf(me, page);
  /** Whom the page was open to last. */
  const [reader, setReader] = useState<Me | null>(null);
  if (gate.kind === "page" && reader !== me) setReader(me);
  switch (gate.kind) {
    case "asking":
      return waiting(answers === false ? words.noAnswer : words.asking);
    case "not-set-up":
      return <NotSetUp />;
    case "display":
      return <IsDisplay name={gate.name} />;
    case "no-right":
      return me === null ? waiting(words.asking) : <NoRight me={me} right={gate.right} />;
    case "sign-in":
      if (reader === null) return <ToSignIn waiting={waiting(words.asking)} />;
      break;
    case "page":
      break;
    default:
      return assertNever(gate);
  }
  const ended = gate.kind === "sign-in";
  const goOn = (again: Me): void => {
    // What follows a board has its place in the address and connects anew at once; what another left is his.
    if (FOLLOWS_A_BOARD.has(page) || keyOf(again) !== keyOf(reader)) globalThis.location.reload();
    else tellMe(again);
  };
  return (
    <>
      {ended ? (
        <SignedOut
          name={reader?.kind === "person" ? reader.name : ""}
          signInWith={me?.kind === "nobody" ? me.signInWith : null}
          onSignedIn={goOn}
        />
      ) : null}
      {/* Kept as it is, unseen, so that nothing typed is lost. */}
      <div className="access-page" hidden={ended} key={keyOf(reader)}>
        <ReaderContext.Provider value={reader}>{children}</ReaderContext.Provider>
      </div>
    </>
  );
}

function ToSignIn({ waiting }: { readonly waiting: JSX.Element }): JSX.Element {
  useEffect(() => globalThis.location.replace(signInAddress(hereNow())), []);
  return waiting;
}
