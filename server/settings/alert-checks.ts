import { didYouMean } from "../did-you-mean";
import type { FoundProblem } from "./issues";
import { type ConfigPath, quoteValue } from "./problem";
import type { WrittenAlerts } from "./schema/alerts/alerts";
import type { WrittenConfig } from "./schema/config";

/** What no single value of `alerts:` can show. `path` begins there. */
export function alertProblems({ alerts }: WrittenConfig): readonly FoundProblem[] {
  if (alerts === undefined) return [];
  const { channels = [], rules = [] } = alerts;
  const known = channels.map(({ id }) => id);
  const unknown = rules.flatMap((rule, at) =>
    unknownChannels(rule.channels ?? [], known, ["alerts", "rules", at, "channels"]),
  );
  return [...unknown, ...halfLogins(alerts), ...unencrypted(alerts)];
}

/** Missed callers are told to channels of `alerts:`. */
export function inboxProblems({ alerts, missed }: WrittenConfig): readonly FoundProblem[] {
  const known = (alerts?.channels ?? []).map(({ id }) => id);
  return unknownChannels(missed?.inbox?.channels ?? [], known, ["missed", "inbox", "channels"]);
}

function unknownChannels(ids: readonly string[], known: readonly string[], path: ConfigPath): readonly FoundProblem[] {
  return ids.flatMap((id, index): FoundProblem[] => {
    if (known.includes(id)) return [];
    const advice =
      didYouMean(id, known) || (known.length === 0 ? "; none is written" : `; they are ${known.join(", ")}`);
    return [{ path: [...path, index], what: `there is no channel ${quoteValue(id)}${advice}` }];
  });
}

function halfLogins({ channels = [] }: WrittenAlerts): readonly FoundProblem[] {
  return channels.flatMap((channel, at): FoundProblem[] => {
    if (channel.kind !== "email" || (channel.username === undefined) === (channel.password === undefined)) return [];
    const missing = channel.username === undefined ? "username" : "password";
    return [{ path: ["alerts", "channels", at], what: `${missing} is missing: who logs in needs both` }];
  });
}

/** Addresses that anybody on the way can read and change, where nobody said that the way is private. */
export function unencrypted({
  privateAddresses,
  deadMansSwitch,
  channels = [],
}: WrittenAlerts): readonly FoundProblem[] {
  if (privateAddresses === true) return [];
  const what =
    "expected an address that begins with https://; http:// is for private networks (privateAddresses: true)";
  const found = channels.flatMap((channel, at): ConfigPath[] =>
    channel.kind !== "email" && isPlain(channel.url) ? [["alerts", "channels", at, "url"]] : [],
  );
  if (isPlain(deadMansSwitch)) found.push(["alerts", "deadMansSwitch"]);
  return found.map((path) => ({ path, what }));
}

const isPlain = (url: string | undefined): boolean => /^http:/i.test(url ?? "");

/** Queues of rules that nothing under `queues:` is: they may appear by themselves, or be misspelt. */
export function unlistedRuleQueues({ queues = [], alerts }: WrittenConfig): readonly FoundProblem[] {
  const listed = queues.map(({ id }) => id);
  return (alerts?.rules ?? []).flatMap((rule, at) =>
    (rule.queues ?? []).flatMap((id, index): FoundProblem[] => {
      if (listed.includes(id)) return [];
      const guess = didYouMean(id, listed) || "; it is looked at once a source speaks of it";
      const path = ["alerts", "rules", at, "queues", index];
      return [{ path, what: `${quoteValue(id)} is not listed under queues${guess}` }];
    }),
  );
}
