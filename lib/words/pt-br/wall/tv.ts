import type { TvWords } from "../../en/wall/tv";

export const tv: TvWords = {
  aboutScreen: "Esta tela",
  soundOff: "Som desligado – pressione OK",
  soundMuted: "Som silenciado – pressione M",
  boardOf: (board, place, count) => `${board}, painel ${place} de ${count}`,
  leftOut: (boards) => `Painel inexistente: ${boards}`,
  noRotation: (rotation) => `Não existe a rotação “${rotation}”.`,
  keys: "Teclas",
  turnKeys: "Painel anterior e próximo",
  fullScreenKey: "Tela cheia",
  muteKey: "Ligar ou silenciar o som",
  helpKey: "Estas teclas",
  close: "Fechar",
};
