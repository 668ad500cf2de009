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
  refusedOrigins: number;
  refusedConnections: number;
  malformedEvents: number;
};

export const noCounts = (): PublishCounters => ({
  deltasSent: 0,
  snapshotsSent: 0,
  beatsSent: 0,
  bytesSent: 0,
  slowReaders: 0,
  cut: 0,
  refusedOrigins: 0,
  refusedConnections: 0,
  malformedEvents: 0,
});
