import { type JSX, useState } from "react";
import type { Me } from "../../lib/access/access-types";
import { ask } from "./ask";
import { Door } from "./door";
import { problemText } from "./form/answer-text";
import { Problem } from "./form/problem";
import type { Gate } from "./gate-of";
import { askAgain } from "./me-store";
import { useAskEvery } from "./use-ask-every";
import { useAccessWords } from "./use-access-words";

/** The link may be opened elsewhere. */
const LOOK_AGAIN_EVERY_MS = 5_000;

/** Before there is an administrator: how there comes to be one. Goes on by itself. */
export function NotSetUp(): JSX.Element {
  useAskEvery(LOOK_AGAIN_EVERY_MS);
  const { gate } = useAccessWords().signIn;
  return (
    <Door title={gate.notSetUp}>
      <p>{gate.openLink}</p>
    </Door>
  );
}

/** A page that needs more than its reader has: what, and who can give it. */
export function NoRight({ me, right }: { readonly me: Me; readonly right: RightOf }): JSX.Element {
  const { signIn, frame } = useAccessWords();
  const { gate } = signIn;
  return (
    <Door title={gate.noRight}>
      {me.kind === "demo" && right === "account.own" ? (
        <p>{gate.demo}</p>
      ) : (
        <>
          <p>{gate.missing(frame.rights[right])}</p>
          {me.kind === "person" ? <p>{gate.asRole(me.name, frame.roles[me.role])}</p> : null}
          <p>{gate.whom}</p>
        </>
      )}
      <p className="door-ways">
        <a className="button" href="/">
          {gate.allBoards}
        </a>
      </p>
    </Door>
  );
}
type RightOf = Extract<Gate, { kind: "no-right" }>["right"];

/** A television's browser that opened a page for people. */
export function IsDisplay({ name }: { readonly name: string }): JSX.Element {
  const words = useAccessWords();
  const { gate } = words.signIn;
  const [problem, setProblem] = useState<string | null>(null);
  const giveUp = async (): Promise<void> => {
    const answer = await ask("DELETE", "/api/v1/me/display");
    // Whoever is not known any more has nothing to give up.
    if (answer.kind === "ok" || (answer.kind === "refused" && answer.status === 401)) return askAgain();
    setProblem(problemText(answer, words));
  };
  return (
    <Door title={gate.display(name)}>
      <p>{gate.displayLead}</p>
      <p className="door-ways">
        <a className="button button-first" href="/wall">
          {gate.openWall}
        </a>
        <button type="button" className="button" onClick={() => void giveUp()}>
          {gate.giveUp}
        </button>
      </p>
      <p className="form-hint">{gate.giveUpMeans}</p>
      <Problem says={problem} />
    </Door>
  );
}
