import type { TvWords } from "../../en/wall/tv";

export const tv: TvWords = {
  aboutScreen: "Dieser Bildschirm",
  soundOff: "Ton ist aus – OK drücken",
  soundMuted: "Ton ist stumm – M drücken",
  boardOf: (board, place, count) => `${board}, Board ${place} von ${count}`,
  leftOut: (boards) => `Kein solches Board: ${boards}`,
  noRotation: (rotation) => `Es gibt keine Rotation „${rotation}“.`,
  keys: "Tasten",
  turnKeys: "Voriges und nächstes Board",
  fullScreenKey: "Vollbild",
  muteKey: "Ton an oder aus",
  helpKey: "Diese Tasten",
  close: "Schließen",
};
