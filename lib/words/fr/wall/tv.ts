import type { TvWords } from "../../en/wall/tv";

export const tv: TvWords = {
  aboutScreen: "Cet écran",
  soundOff: "Son coupé – appuyez sur OK",
  soundMuted: "Son en sourdine – appuyez sur M",
  boardOf: (board, place, count) => `${board}, tableau ${place} sur ${count}`,
  leftOut: (boards) => `Tableau inexistant : ${boards}`,
  noRotation: (rotation) => `La rotation « ${rotation} » n’existe pas.`,
  keys: "Touches",
  turnKeys: "Tableau précédent et suivant",
  fullScreenKey: "Plein écran",
  muteKey: "Activer ou couper le son",
  helpKey: "Ces touches",
  close: "Fermer",
};
