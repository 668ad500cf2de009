import type { Evidence } from "../alert-types";
import { NO_DATA, type Reading, UNDER } from "../conditions/reading";
import { weightOf } from "../conditions/weight";
import type { Moment, Watch } from "./watch";

/** In fewer queues than this each fault is one of its own. */
const WIDESPREAD_FROM = 3;

/** A queue as one rule sees it. */
export type Look = { readonly moment: Moment; readonly before: Watch | null };

/**
 * AL20: one rule over many queues, as one fault of the site: over where it holds in at least three of them and in at
 * least half of those it looks at.
 * @param looks queues that are open; silenced ones only where the site is too, or where it is one fault already
 */
export function readWidespread(looks: readonly Look[]): Reading {
  const heard = looks.filter(({ moment }) => moment.reading.kind !== "no-data");
  const unheard = looks.length - heard.length;
  const held = heard.filter(holds).flatMap(evidenceOf);
  const notClear = heard.flatMap(evidenceOf);
  if (areMany(held.length, heard.length)) return { kind: "over", evidence: widespread(held, heard.length) };
  // What is not heard matters only where it could make a difference.
  const couldBeMany = heard.length === 0 || areMany(notClear.length + unheard, looks.length);
  if (unheard > 0 && couldBeMany) return NO_DATA;
  if (areMany(notClear.length, heard.length)) return { kind: "between", evidence: widespread(notClear, heard.length) };
  return UNDER;
}

const areMany = (queues: number, outOf: number): boolean => queues >= WIDESPREAD_FROM && queues * 2 >= outOf;

const holds = ({ moment, before }: Look): boolean =>
  moment.reading.kind === "over" || (moment.reading.kind === "between" && before?.kind === "firing");

const evidenceOf = ({ moment: { reading } }: Look): readonly Evidence[] =>
  reading.kind === "over" || reading.kind === "between" ? [reading.evidence] : [];

/** @param all not empty */
function widespread(all: readonly Evidence[], outOf: number): Evidence {
  const of = all.reduce((most, each) => (weightOf(each) > weightOf(most) ? each : most));
  return { kind: "widespread", queues: all.length, outOf, of };
}
