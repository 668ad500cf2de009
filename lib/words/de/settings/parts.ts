import type { PartWords } from "../../en/settings/parts";

export const parts: PartWords = {
  cancel: "Abbrechen",
  close: "Schließen",
  copy: "Kopieren",
  copied: "Kopiert",
  lastSeen: (time) => `Zuletzt gesehen: ${time}`,
  neverSeen: "Noch nie gesehen",
  times: (zone) => `Alle Zeiten: ${zone}, wie dieser Browser sie hat.`,
};
