/** Nothing was told by whoever tells of a source; `forMs` null: not yet. */
export type Silence = { readonly forMs: number | null };

/** Why a source stands as it does: in the words of whoever was asked, which may be none, or that nothing was told. */
export type SourceDetail = string | Silence;

/** As whoever runs the server reads it; screens say a silence in their own language. */
export function detailText(detail: SourceDetail): string {
  if (typeof detail === "string") return detail;
  const { forMs } = detail;
  return forMs === null ? "nothing was told yet" : `nothing was told for ${forMs / 1_000} s`;
}
