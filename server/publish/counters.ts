/** What the publisher did since it started, for `/metrics`. */
export type PublishCounters = {
  deltasSent: number;
  snapshotsSent: number;
  beatsSent: number;
  bytesSent: number;
  /** Times a screen did not keep up and was given the newest state later. */
  slowReaders: number;
  /** Connections ended because they did not drain, sent nonsense without asking for an answer, or sent too much. */
  cut: number;
  /** Connections ended because whoever opened them is gone, or may see something else now. */
  revoked: number;
  refusedOrigins: number;
  /** Upgrades by nobody known, or by somebody who may read no boards. */
  refusedPrincipals: number;
  /** Upgrades for which there was no room at all, or none for their address. */
  refusedConnections: number;
  /** Upgrades that were one too many of one person, display or token. */
  refusedShares: number;
  malformedEvents: number;
};

export const noCounts = (): PublishCounters => ({
  deltasSent: 0,
  snapshotsSent: 0,
  beatsSent: 0,
  bytesSent: 0,
  slowReaders: 0,
  cut: 0,
  revoked: 0,
  refusedOrigins: 0,
  refusedPrincipals: 0,
  refusedConnections: 0,
  refusedShares: 0,
  malformedEvents: 0,
});
