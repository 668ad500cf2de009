import { isAlertNews, type News } from "../channel";
import type { OutboxRow } from "../outbox/outbox";

/**
 * NO13: which of the rows that wait go out as one message, from the first on: alerts, or missed callers, one entry each.
 * A list of callers goes alone: with others it would be longer than chats take.
 */
export function together(rows: readonly OutboxRow[]): readonly OutboxRow[] {
  const [first] = rows;
  if (first === undefined || isList(first.news)) return rows.slice(0, 1);
  const end = rows.findIndex(({ news }) => isAlertNews(news) !== isAlertNews(first.news) || isList(news));
  return end < 0 ? rows : rows.slice(0, end);
}

const isList = (news: News): boolean => !isAlertNews(news) && (news.total > 1 || news.withheld > 0);
