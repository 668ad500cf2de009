import type { WallGateWords } from "../en/wall-gate";

export const gate: WallGateWords = {
  notSetUp: "Pickup espera su primera cuenta de administración",
  openLink: "El enlace para crearla está donde se arrancó el servidor.",
  gone: (display) => `Lo que mostraba la pantalla ${display} ya no está configurado`,
  chooseAnother: "Elija otro panel para ella en los ajustes, en «Pantallas».",
  identify: "Esta pantalla se llama",
  pairing: {
    title: "Esta pantalla aún no está admitida",
    code: (signs) => `Código: ${signs}`,
    enter: "En su ordenador, introduzca este código en Ajustes → Pantallas:",
    goodFor: "Vale diez minutos; después llega uno nuevo por sí solo",
    noServer: "No se puede contactar con el servidor; esta pantalla sigue intentándolo",
    tooMany: "Muchas pantallas esperan ser admitidas; el código llegará aquí por sí solo",
    noCookies: "Este navegador no guarda cookies; sin ellas no puede ser admitido",
    letIn: "Admitida; el panel aparece en un momento",
    signIn: "Iniciar sesión en su lugar",
  },
};
