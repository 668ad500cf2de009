import type { JSX } from "react";
import { useMe } from "../../access/me-store";
import { useSettingsWords } from "../frame/use-settings-words";

const LOOPBACK = /^(localhost|127\.[\d.]+|\[::1\])$/;

/** What to open on the television, as this browser's own address has it. */
export function HowTo(): JSX.Element {
  const { letIn } = useSettingsWords().displays;
  const demo = useMe()?.kind === "demo";
  const { protocol, host, hostname } = globalThis.location;
  const address = `${protocol}//${host}/wall${demo ? "?pair" : ""}`;
  return (
    <div className="dp-how">
      <p>
        {letIn.open} <code>{address}</code>
      </p>
      <p>{letIn.thenEnter}</p>
      {demo ? <p>{letIn.demo}</p> : LOOPBACK.test(hostname) ? <p>{letIn.loopback}</p> : null}
    </div>
  );
}
