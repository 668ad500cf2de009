import { type Rate, TokenBucket } from "../../../token-bucket";

/** For a centre of any size: a request may hold a thousand events. */
const REQUESTS: Rate = { burst: 200, perSecond: 200 };
/** A token that was revoked is forgotten once so many others came. */
const MOST_KEPT = 1_000;

/** Whether who holds a token may send one request more at this instant. */
export type RequestRate = (tokenId: string, nowMs: number) => boolean;

export function createRequestRate(): RequestRate {
  const buckets = new Map<string, TokenBucket>();
  return (tokenId, nowMs) => {
    const known = buckets.get(tokenId);
    if (known !== undefined) return known.take(nowMs);
    if (buckets.size >= MOST_KEPT) buckets.clear();
    const bucket = new TokenBucket(REQUESTS, nowMs);
    buckets.set(tokenId, bucket);
    return bucket.take(nowMs);
  };
}
