import type { PartWords } from "../../en/settings/parts";

export const parts: PartWords = {
  cancel: "Cancelar",
  close: "Cerrar",
  copy: "Copiar",
  copied: "Copiado",
  lastSeen: (time) => `Última conexión: ${time}`,
  neverSeen: "Sin conexión todavía",
  times: (zone) => `Todas las horas: ${zone}, la zona de este navegador.`,
};
