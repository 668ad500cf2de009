import type { AlertCondition, AlertRule, AlertScope } from "../../../../lib/alerts/alert-rule";
import { assertNever, type QueueId } from "../../../../lib/vocabulary";
import type { SayWords } from "../../../../lib/words/en/alerts/say";
import type { RuleWords } from "../../../../lib/words/en/settings/alerts/rules";
import type { Formats } from "../../../../lib/words/formats";
import { writeFigure } from "../form/figures";
import type { Language } from "../../../../lib/config";

export type SayingRule = {
  readonly rules: RuleWords;
  readonly say: SayWords;
  readonly formats: Formats;
  readonly language: Language;
};

/** What a rule says of itself, a line each. */
export type SaidRule = {
  readonly scope: string;
  readonly condition: string;
  /** When it is clear again; null: as soon as the condition does not hold. */
  readonly clear: string | null;
  readonly timing: string;
  readonly tells: string;
};

/** AL81. @param queueNames by id; one that is not known any more is called by its id */
export function sayRule(rule: AlertRule, queueNames: ReadonlyMap<QueueId, string>, saying: SayingRule): SaidRule {
  const { rules, formats } = saying;
  const { condition, forMs, keepFiringMs, channelIds } = rule;
  const timing = [
    forMs === 0 ? rules.atOnce : rules.holds(formats.duration(forMs)),
    ...(keepFiringMs === 0 ? [] : [rules.firesOn(formats.duration(keepFiringMs))]),
  ];
  return {
    // The source is what it is told for, whatever stands there.
    scope: condition.kind === "no-data" ? saying.say.wholeSite : sayScope(rule.scope, queueNames, saying),
    condition: capital(sayCondition(condition, saying), saying.language),
    clear: sayClear(condition, saying),
    timing: timing.join(", "),
    tells:
      channelIds === null
        ? rules.tells.all
        : channelIds.length === 0
          ? rules.tells.nobody
          : rules.tells.some(channelIds.join(", ")),
  };
}

export const capital = (text: string, language: Language): string =>
  text.slice(0, 1).toLocaleUpperCase(language) + text.slice(1);

function sayScope(scope: AlertScope, names: ReadonlyMap<QueueId, string>, { rules, say }: SayingRule): string {
  const listOf = (ids: readonly QueueId[]): string => ids.map((id) => names.get(id) ?? id).join(", ");
  switch (scope.kind) {
    case "each-queue":
      return scope.queueIds === null ? rules.scopes.eachQueue : rules.scopes.eachOf(listOf(scope.queueIds));
    case "group":
      return rules.scopes.together(scope.name, listOf(scope.queueIds));
    case "site":
      return say.wholeSite;
    default:
      return assertNever(scope);
  }
}

/** AL81: a condition in a sentence, for people who never saw the form. */
export function sayCondition(condition: AlertCondition, saying: SayingRule): string {
  const { formats, language } = saying;
  const says = saying.rules.conditions;
  switch (condition.kind) {
    case "service-level":
      return says.serviceLevel(
        writeFigure(condition.burn, language),
        formats.count(condition.longMinutes),
        formats.count(condition.shortMinutes),
      );
    case "longest-wait":
      return says.longestWait(formats.duration(condition.raise));
    case "waiting":
      return says.waiting(condition.raise, formats.count(condition.raise));
    case "waiting-per-agent":
      return says.waitingPerAgent(condition.raise, writeFigure(condition.raise, language));
    case "nobody-logged-in":
      return says.nobodyLoggedIn;
    case "agents-left":
      return says.agentsLeft(sayShare(condition.sharePerMille, formats), formats.count(condition.minutes));
    case "abandons-in-a-row":
      return says.abandonsInARow(formats.count(condition.raise));
    case "missed-rate":
      return says.missedRate(sayShare(condition.raise, formats), formats.count(condition.minutes));
    case "overdue-recoveries":
      return says.overdueRecoveries(condition.raise, formats.count(condition.raise));
    case "over-capacity":
      return says.overCapacity;
    case "paused-too-long":
      return says.pausedTooLong(formats.duration(condition.pausedMs));
    case "no-data":
      return says.noData;
    case "all-of":
      return joined(
        condition.conditions.map((each) => sayCondition(each, saying)),
        saying.say,
      );
    default:
      return assertNever(condition);
  }
}

function joined(sentences: readonly string[], say: SayWords): string {
  const last = sentences[sentences.length - 1] ?? "";
  return sentences.length < 2 ? last : say.and(sentences.slice(0, -1).join(", "), last);
}

const sayShare = (perMille: number, { percent }: Formats): string =>
  percent(perMille / 1_000, perMille % 10 === 0 ? 0 : 1);

function sayClear(condition: AlertCondition, { rules, formats, language }: SayingRule): string | null {
  switch (condition.kind) {
    case "longest-wait":
      return rules.clear(formats.duration(condition.clear));
    case "waiting":
      return rules.clear(formats.count(condition.clear));
    case "waiting-per-agent":
      return rules.clear(writeFigure(condition.clear, language));
    case "missed-rate":
      return rules.clear(sayShare(condition.clear, formats));
    default:
      return null;
  }
}
