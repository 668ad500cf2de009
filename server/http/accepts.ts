/** Whether a request takes answers in an encoding, by its `accept-encoding`. */
export function accepts(accepted: string | readonly string[] | undefined, encoding: "gzip" | "br"): boolean {
  return String(accepted ?? "")
    .toLowerCase()
    .split(",")
    .map((offer) => offer.trim().split(/\s*;\s*/))
    .some(([offer, weight]) => offer === encoding && !/^q=0(\.0*)?$/.test(weight ?? ""));
}
