import type { JSX } from "react";
import { NONE_YET } from "../../lib/format";
import type { Judgement } from "../../lib/metrics/judgement";
import type { FigureKey } from "../../lib/words/words";
import { Figure } from "../shared/figure";
import { FigureLabel } from "../shared/definition/figure-label";
import { useWords } from "../shared/use-words";

type Sample = {
  readonly what: string;
  readonly figure: FigureKey;
  readonly text: string;
  readonly judgement?: Judgement;
};

/** A figure in each thing it can say. */
export function FiguresPart(): JSX.Element {
  const { formats, shared } = useWords();
  const samples: readonly Sample[] = [
    { what: "none yet", figure: "serviceLevel", text: NONE_YET },
    { what: "not reported", figure: "handlingTime", text: shared.notReported },
    { what: "on target", figure: "serviceLevel", text: formats.percent(0.934), judgement: "ok" },
    { what: "watch", figure: "serviceLevel", text: formats.percent(0.8996), judgement: "watch" },
    { what: "act", figure: "longestWait", text: formats.duration(165_000), judgement: "act" },
    { what: "hundreds", figure: "answered", text: formats.count(412) },
    { what: "five digits", figure: "offered", text: formats.count(48_213) },
    { what: "hours", figure: "longestWait", text: formats.duration(3_905_000), judgement: "act" },
  ];
  return (
    <div className="guide-figures">
      {samples.map((sample) => (
        <Tile key={sample.what} {...sample} />
      ))}
      <div className="guide-stale">
        <Tile what="stale" figure="waiting" text={formats.count(7)} />
      </div>
    </div>
  );
}

const Tile = ({ what, figure, text, judgement = "none" }: Sample): JSX.Element => (
  <dl className="guide-figure">
    <FigureLabel figure={figure} />
    <dd className="guide-number" data-judgement={judgement}>
      <Figure text={text} name={figure} />
    </dd>
    <dd className="guide-what">{what}</dd>
  </dl>
);
