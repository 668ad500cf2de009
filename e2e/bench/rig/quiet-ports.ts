import type { AmiSessionPorts } from "../../../server/sources/asterisk/session";

const ignore = (): void => undefined;

/** A session's ports for whoever wants nothing but its facts. */
export const quietPorts = (emit: AmiSessionPorts["emit"]): AmiSessionPorts => ({
  emit,
  onResponse: ignore,
  onBanner: ignore,
  onFullyBooted: ignore,
  onSnapshotComplete: ignore,
  onShutdown: ignore,
  problem: ignore,
  readQueueLog: null,
});
