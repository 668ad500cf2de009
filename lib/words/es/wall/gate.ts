import type { WallGateWords } from "../../en/wall/gate";

export const gate: WallGateWords = {
  notSetUp: "Pickup espera su primera cuenta de administración",
  openLink: "El enlace para crearla está donde se arrancó el servidor.",
  gone: (display) => `Lo que mostraba la pantalla ${display} ya no está configurado`,
  chooseAnother: "Elija otro panel para ella en los ajustes, en «Pantallas».",
  identify: "Esta pantalla se llama",
};
