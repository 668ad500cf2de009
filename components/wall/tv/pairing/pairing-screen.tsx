import { type JSX, useState } from "react";
import { PAIRING_CODE_LENGTH, PAIRING_GOOD_FOR_MS } from "../../../../lib/access/access-types";
import { assertNever } from "../../../../lib/vocabulary";
import type { PairingWords } from "../../../../lib/words/en/wall/pairing";
import { PAIRING_WORDS } from "../../../../lib/words/pairing";
import { signInAddress } from "../../../access/sign-in/next-path";
import { useMe } from "../../../access/me-store";
import { markNow, useNow } from "../../../shared/time/use-now";
import { useWallWords } from "../../../shared/speech/use-wall-words";
import { useWakeLock } from "../use-wake-lock";
import type { Trouble } from "./follow-pairing";
import type { KeptCode } from "./kept-code";
import { usePairing } from "./use-pairing";

const MINUTE_MS = 60_000;
/** Places the picture moves through, as a board's does. */
const SHIFTS = 8;
const GROUP = PAIRING_CODE_LENGTH / 2;

/** A screen that nobody let in yet: the code that lets it in, and where to enter it. */
export function PairingScreen(): JSX.Element {
  const pairing = usePairing();
  const { wall } = useWallWords();
  const now = useNow();
  useWakeLock();
  const words = usePairingWords();
  const code = pairing.kind === "waiting" ? pairing.code : null;
  const trouble = pairing.kind === "waiting" ? pairing.trouble : null;
  const letIn = pairing.kind === "let-in";
  const says = letIn
    ? words.letIn
    : trouble !== null
      ? troubleWords(trouble, words)
      : code === null
        ? wall.connecting
        : words.goodFor;
  return (
    <main className="wall pairing" data-shift={Math.floor((now?.wallMs ?? 0) / MINUTE_MS) % SHIFTS}>
      <div className="wall-shift pairing-shift">
        <h1>{words.title}</h1>
        <Code code={code} />
        <div className="pairing-time" aria-hidden="true">
          {code === null ? null : <TimeLeft key={code.code} code={code} />}
        </div>
        <p className="pairing-says" role="status" data-trouble={trouble !== null}>
          {says}
        </p>
        <p className="pairing-do">{words.enter}</p>
        <p className="pairing-where">
          <Address />
        </p>
        <OtherWay />
      </div>
    </main>
  );
}

const usePairingWords = (): PairingWords => PAIRING_WORDS[useWallWords().language];

/** Sign by sign, so that each stands in a place of its own whatever its width. */
function Code({ code }: { readonly code: KeptCode | null }): JSX.Element {
  const words = usePairingWords();
  const signs = code?.code ?? "–".repeat(PAIRING_CODE_LENGTH);
  return (
    <div className="pairing-code" data-code={code?.code ?? ""}>
      <p className="sr-only" aria-live="polite">
        {code === null ? "" : words.code([...code.code].join(" "))}
      </p>
      <Group signs={signs.slice(0, GROUP)} />
      <Group signs={signs.slice(GROUP)} />
    </div>
  );
}

const Group = ({ signs }: { readonly signs: string }): JSX.Element => (
  <span className="pairing-group" aria-hidden="true">
    <span className="pairing-sign">{signs[0]}</span>
    <span className="pairing-sign">{signs[1]}</span>
    <span className="pairing-sign">{signs[2]}</span>
  </span>
);

/** Shortens in steps, without a script: begun where the code's time is when it is first drawn. */
function TimeLeft({ code }: { readonly code: KeptCode }): JSX.Element {
  const [leftMs] = useState(() => Math.max(0, code.goodUntilMs - markNow().wallMs));
  const style = {
    animationDuration: `${PAIRING_GOOD_FOR_MS}ms`,
    animationDelay: `${Math.min(0, leftMs - PAIRING_GOOD_FOR_MS)}ms`,
  };
  return <span className="pairing-left" style={style} />;
}

/** Where this page is from, as the reader of another one has to type it; broken where it may be. */
function Address(): JSX.Element {
  const { protocol, host } = globalThis.location;
  return (
    <bdi>
      {`${protocol}//${host}`}
      <wbr />
      /settings
      <wbr />
      /displays
    </bdi>
  );
}

/** For whoever opened the wall on a computer. */
function OtherWay(): JSX.Element {
  const { allBoards } = useWallWords().wall;
  const { signIn } = usePairingWords();
  const demo = useMe()?.kind === "demo";
  return (
    <p className="pairing-other">
      <a href={demo ? "/" : signInAddress("/wall")}>{demo ? allBoards : signIn}</a>
    </p>
  );
}

function troubleWords(trouble: Trouble, words: PairingWords): string {
  switch (trouble.kind) {
    case "no-server":
      return words.noServer;
    case "too-many":
      return words.tooMany;
    case "no-cookies":
      return words.noCookies;
    case "refused":
      return trouble.detail;
    default:
      return assertNever(trouble);
  }
}
