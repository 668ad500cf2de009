import { type JSX, type ReactNode, useEffect, useState } from "react";
import type { Me } from "../../lib/access/access-types";
import { assertNever } from "../../lib/vocabulary";
import { useWords } from "../shared/use-words";
import { IsDisplay, NoRight, NotSetUp } from "./gate-message";
import { gateOf, type Page } from "./gate-of";
import { tellMe, useAnswers, useMe } from "./me-store";
import { hereNow, signInAddress } from "./sign-in/next-path";
import { SignedOut } from "./sign-in/signed-out";
import { SettingsWordsContext, useLoadedSettingsWords, useSettingsWords } from "./use-settings-words";

type Props = {
  readonly page: Page;
  /** The page's shape while it is not known yet who asks. @param says why it is not there yet */
  readonly waiting: (says: string) => JSX.Element;
  readonly children: ReactNode;
};

/** Lets whoever may see a page through to it, and tells everybody else what is missing. Asks for words round it. */
export function AccessGate({ page, waiting, children }: Props): JSX.Element {
  const settings = useLoadedSettingsWords(useWords().language);
  if (settings === null) return waiting("Pickup");
  return (
    <SettingsWordsContext.Provider value={settings}>
      <Passage page={page} waiting={waiting}>
        {children}
      </Passage>
    </SettingsWordsContext.Provider>
  );
}

/** Whose page it is: another person gets one of his own, in which nothing of the last one's stands. */
type Opened = { readonly key: string; readonly name: string };
const openedBy = (me: Me | null): Opened =>
  me?.kind === "person" ? { key: me.accountId, name: me.name } : { key: me?.kind ?? "", name: "" };

function Passage({ page, waiting, children }: Props): JSX.Element {
  const { gate: words } = useSettingsWords().signIn;
  const me = useMe();
  const answers = useAnswers();
  const gate = gateOf(me, page);
  const [opened, setOpened] = useState<Opened | null>(null);
  const now = openedBy(me);
  if (gate.kind === "page" && opened?.key !== now.key) setOpened(now);
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
      if (opened === null) return <ToSignIn waiting={waiting(words.asking)} />;
      break;
    case "page":
      break;
    default:
      return assertNever(gate);
  }
  const ended = gate.kind === "sign-in";
  const goOn = (again: Me): void => {
    // What follows a board has its place in the address and connects anew at once; what another left is his.
    if (page === "boards" || page === "supervise" || openedBy(again).key !== opened?.key) globalThis.location.reload();
    else tellMe(again);
  };
  return (
    <>
      {ended ? (
        <SignedOut
          name={opened?.name ?? ""}
          signInWith={me?.kind === "nobody" ? me.signInWith : null}
          onSignedIn={goOn}
        />
      ) : null}
      {/* Kept as it is, unseen, so that nothing typed is lost. */}
      <div className="access-page" hidden={ended} key={opened?.key ?? now.key}>
        {children}
      </div>
    </>
  );
}

function ToSignIn({ waiting }: { readonly waiting: JSX.Element }): JSX.Element {
  useEffect(() => globalThis.location.replace(signInAddress(hereNow())), []);
  return waiting;
}
