import type { PairingWords } from "../../en/wall/pairing";

export const pairing: PairingWords = {
  title: "Esta pantalla aún no está admitida",
  code: (signs) => `Código: ${signs}`,
  enter: "En su ordenador, introduzca este código en Ajustes → Pantallas:",
  goodFor: "Vale diez minutos; después llega uno nuevo por sí solo",
  noServer: "No se puede contactar con el servidor; esta pantalla sigue intentándolo",
  tooMany: "Muchas pantallas esperan ser admitidas; el código llegará aquí por sí solo",
  noCookies: "Este navegador no guarda cookies; sin ellas no puede ser admitido",
  letIn: "Admitida; el panel aparece en un momento",
  signIn: "Iniciar sesión en su lugar",
};
