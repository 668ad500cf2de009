import { defaultThresholds, type Target, type Thresholds } from "../../../lib/config";
import type { WrittenThresholds } from "../schema/thresholds";

/**
 * TH5: what follows from the target, and over it, figure by figure, what is written.
 * @param written the site's before the queue's: the last word holds
 */
export function completeThresholds(target: Target, ...written: readonly (WrittenThresholds | undefined)[]): Thresholds {
  return written.reduce<Thresholds>(overlay, defaultThresholds(target));
}

function overlay(under: Thresholds, written: WrittenThresholds = {}): Thresholds {
  const { serviceLevel, answerRate, missedRate, speedOfAnswer, longestWait, waiting, minimumContacts } = written;
  return {
    serviceLevel: serviceLevel === undefined ? under.serviceLevel : serviceLevel,
    answerRate: answerRate === undefined ? under.answerRate : answerRate,
    missedRate: missedRate === undefined ? under.missedRate : missedRate,
    speedOfAnswer: speedOfAnswer === undefined ? under.speedOfAnswer : speedOfAnswer,
    longestWait: longestWait === undefined ? under.longestWait : longestWait,
    waiting: waiting === undefined ? under.waiting : waiting,
    minimumContacts: minimumContacts ?? under.minimumContacts,
  };
}
