import { Fragment, type JSX } from "react";
import type { AgentActivity } from "../../shared/agent-glyph";
import { AgentGlyph } from "../../shared/agent-glyph";

/** A sentence with figures in it: `{met} of {decided} calls`, and what stands for each name. */
export type Told = {
  readonly says: string;
  readonly values: Readonly<Record<string, string>>;
  /** `base`: what the tile's own figure is of; it stands next to that. */
  readonly tone?: "goal" | "name" | "base";
  /** The shape that stands before it. */
  readonly glyph?: AgentActivity;
};

export const tell = (says: string, values: Told["values"] = {}): Told => ({ says, values });

const PLACE = /\{([\w.]+)\}/;

/** The sentence as it is read. */
export const textOf = ({ says, values, glyph }: Told): string =>
  `${glyph === undefined ? "" : "W "}${says.replace(/\{([\w.]+)\}/g, (_, name: string) => values[name] ?? "")}`;

/** A sentence whose figures stand out, each by its name. */
export function ToldText({ told }: { readonly told: Told }): JSX.Element {
  const { says, values, tone, glyph } = told;
  // Every second part is a name: that is how split gives what the pattern caught.
  const [before, ...more] = says.split(PLACE);
  const pairs = more.flatMap((name, at) => (at % 2 === 0 ? [{ name, after: more[at + 1] }] : []));
  return (
    <span className={tone}>
      {glyph === undefined ? null : <AgentGlyph activity={glyph} />}
      {before}
      {pairs.map(({ name, after }) => (
        <Fragment key={name}>
          {tone === "name" ? <bdi>{values[name]}</bdi> : <b data-figure={name}>{values[name]}</b>}
          {after}
        </Fragment>
      ))}
    </span>
  );
}
