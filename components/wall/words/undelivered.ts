import type { BoardSnapshot } from "../../../lib/metrics/snapshot-types";
import type { WallLexicon } from "../../../lib/words/load/wall";
import { UNDELIVERED_WORDS } from "../../../lib/words/alerts/undelivered-words";
import type { FootItem } from "./foot-items";

/** AL79: said calmly, for it is nothing that the room can mend. Loaded only where it is to be said. */
export const undeliveredItems = (
  { alertsUndelivered }: Pick<BoardSnapshot, "alertsUndelivered">,
  { language, shared, say }: WallLexicon,
): readonly FootItem[] => {
  if (!alertsUndelivered) return [];
  const says = [UNDELIVERED_WORDS[language].brief];
  return [{ judgement: "none", word: say.severities.notice, name: shared.nav.alerts, says, aside: [] }];
};
