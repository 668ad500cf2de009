import type { Widen } from "../widen";

export type SuperviseWords = Widen<typeof supervise>;

/** What only the supervisor's page says. */
export const supervise = {
  title: "Supervise",
};
