import type { JSX } from "react";
import type { AuditActor, AuditLine } from "../../../lib/access/access-types";
import { assertNever } from "../../../lib/vocabulary";
import type { TrailWords } from "../../../lib/words/en/settings/trail";
import { useSettingsWords } from "../frame/use-settings-words";
import { useWords } from "../../shared/use-words";
import { dayText, readerZone } from "../parts/reader-clock";

type Day = { readonly text: string; readonly lines: readonly AuditLine[] };

/** The lines, by day. */
export function TrailTable({ lines }: { readonly lines: readonly AuditLine[] }): JSX.Element {
  const { trail, frame } = useSettingsWords();
  const { formats } = useWords();
  const zone = readerZone();
  const days = byDay(lines, (atMs) => dayText(atMs, zone, formats));
  return (
    <table className="sl-trail">
      <caption className="sr-only">{frame.sections["audit-trail"]}</caption>
      <thead>
        <tr>
          <th scope="col">{trail.time}</th>
          <th scope="col">{trail.who}</th>
          <th scope="col">{trail.act}</th>
          <th scope="col">{trail.subject}</th>
          <th scope="col">{trail.where}</th>
        </tr>
      </thead>
      {days.map((day) => (
        <tbody key={day.text}>
          <tr>
            <th scope="rowgroup" colSpan={5} className="sl-trail-day">
              {day.text}
            </th>
          </tr>
          {day.lines.map((line) => (
            <Line key={line.seq} line={line} zone={zone} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Line({ line, zone }: { readonly line: AuditLine; readonly zone: string }): JSX.Element {
  const { trail } = useSettingsWords();
  const { formats } = useWords();
  const { atMs, actor, act, subject, detail, address } = line;
  return (
    <tr data-act={act} data-seq={line.seq}>
      <td className="sl-trail-time">
        <time dateTime={new Date(atMs).toISOString()}>{formats.clock(atMs, zone)}</time>
      </td>
      <td>
        <bdi>{actorText(actor, trail)}</bdi>
      </td>
      {/* An act that a newer server names stands there as it names it. */}
      <td className="sl-trail-act">{trail.acts[act] ?? act}</td>
      <td>
        {subject === null ? null : <bdi>{subject}</bdi>}
        {detail === null ? null : (
          <span className="sl-note" lang="en">
            {detail}
          </span>
        )}
      </td>
      <td className="sl-trail-where">{address ?? trail.thisMachine}</td>
    </tr>
  );
}

function actorText({ kind, name }: AuditActor, { actors }: TrailWords): string {
  const named = (what: string): string => (name === "" ? what : `${what}: ${name}`);
  switch (kind) {
    case "person":
      return name;
    case "display":
      return named(actors.display);
    case "token":
      return named(actors.token);
    case "demo":
      return actors.demo;
    case "nobody":
      return actors.nobody;
    case "command-line":
      return named(actors.commandLine);
    case "server":
      return actors.server;
    default:
      return assertNever(kind);
  }
}

/** In the order in which they come. */
function byDay(lines: readonly AuditLine[], dayOf: (atMs: number) => string): readonly Day[] {
  const days: { text: string; lines: AuditLine[] }[] = [];
  for (const line of lines) {
    const text = dayOf(line.atMs);
    const last = days.at(-1);
    if (last?.text === text) last.lines.push(line);
    else days.push({ text, lines: [line] });
  }
  return days;
}
