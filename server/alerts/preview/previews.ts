import type { Clock } from "../../clock";
import type { Alerts } from "../alerts";
import { type PreviewParts, previewRule } from "./preview-rule";

/** One preview at a time: each folds whole days. */
export function createPreviews({ clock, ...parts }: PreviewParts & { readonly clock: Clock }): Alerts["preview"] {
  let isBusy = false;
  return async (rule, day) => {
    if (isBusy) return null;
    isBusy = true;
    try {
      const nowMs = clock.nowMs();
      const { calendar } = parts;
      const yesterday = calendar.businessDay(calendar.businessDay(nowMs).startMs - 1).day;
      return await previewRule(parts, { ...rule, id: "preview", enabled: true }, day ?? yesterday, nowMs);
    } finally {
      isBusy = false;
    }
  };
}
