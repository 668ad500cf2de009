import type { AlertView, PastAlert } from "../../lib/alerts/alert-types";
import type { ChannelConfig } from "../../lib/alerts/channel-config";
import type { InboxTelling } from "../../lib/recovery/inbox/inbox-types";

/** What people are told of an alert; the alert as it stood then. Plain data: it is kept as JSON. */
export type AlertNews =
  | { readonly kind: "fired"; readonly alert: AlertView | PastAlert }
  | { readonly kind: "resolved"; readonly alert: PastAlert };

/** What people are told of missed callers. `id`: no other has it, in this installation. */
export type MissedNews = InboxTelling & { readonly id: string };

export type News = AlertNews | MissedNews;

/** `atMs`: when it was decided to tell it; what it says is true of then. */
export type DatedNews = News & { readonly atMs: number };

export const isAlertNews = <Told extends News>(news: Told): news is Extract<Told, AlertNews> =>
  news.kind === "fired" || news.kind === "resolved";

/** Of what it tells: of one subject each kind is told once (NO10). */
export const subjectOf = (news: News): string => (isAlertNews(news) ? news.alert.id : news.id);

/**
 * What became of one message. `status`: the number that the other side answered with (HTTP or SMTP), null: none.
 * `answer`: what it said, or why nothing was heard; one short line without secrets.
 */
export type SendOutcome = { readonly status: number | null; readonly answer: string } & (
  | { readonly kind: "delivered" }
  /** Worth another try. `afterMs`: what the other side asked for; null: it asked for nothing. */
  | { readonly kind: "later"; readonly afterMs: number | null }
  /** It will never take this message; the next one it may. */
  | { readonly kind: "refused" }
);

/** One way to people. Expected failures are outcomes; it never rejects, aborted ones are `later`. */
export type Channel = {
  readonly id: string;
  readonly kind: ChannelConfig["kind"];
  /** All of it as one message, in this order. @param news at least one */
  readonly send: (news: readonly DatedNews[], signal: AbortSignal) => Promise<SendOutcome>;
  /** A message that says it is only a test. */
  readonly sendTest: (signal: AbortSignal) => Promise<SendOutcome>;
};

/** Why a message was not taken, for people: `503 Service Unavailable`. */
export const whyOf = ({ status, answer }: SendOutcome): string =>
  status === null ? answer : `${status} ${answer}`.trim();
