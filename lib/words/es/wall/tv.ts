import type { TvWords } from "../../en/wall/tv";

export const tv: TvWords = {
  aboutScreen: "Esta pantalla",
  soundOff: "Sin sonido – pulse OK",
  soundMuted: "Sonido silenciado – pulse M",
  boardOf: (board, place, count) => `${board}, panel ${place} de ${count}`,
  leftOut: (boards) => `No existe el panel: ${boards}`,
  noRotation: (rotation) => `No existe la rotación «${rotation}».`,
  keys: "Teclas",
  turnKeys: "Panel anterior y siguiente",
  fullScreenKey: "Pantalla completa",
  muteKey: "Activar o silenciar el sonido",
  helpKey: "Estas teclas",
  close: "Cerrar",
};
