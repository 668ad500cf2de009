import type { PartWords } from "../../en/settings/parts";

export const parts: PartWords = {
  cancel: "Annuler",
  close: "Fermer",
  copy: "Copier",
  copied: "Copié",
  lastSeen: (time) => `Dernière connexion : ${time}`,
  neverSeen: "Aucune connexion encore",
  times: (zone) => `Toutes les heures : ${zone}, le fuseau de ce navigateur.`,
};
