import type { PartWords } from "../../en/settings/parts";

export const parts: PartWords = {
  cancel: "Cancelar",
  close: "Fechar",
  copy: "Copiar",
  copied: "Copiado",
  lastSeen: (time) => `Última conexão: ${time}`,
  neverSeen: "Nenhuma conexão ainda",
  times: (zone) => `Todos os horários: ${zone}, o fuso deste navegador.`,
};
