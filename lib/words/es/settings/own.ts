import type { OwnWords } from "../../en/settings/own";

export const own: OwnWords = {
  you: "Usted",
  name: "Nombre",
  role: "Función",
  queues: "Colas",
  allQueues: "Todas las colas",
  signsIn: "Inicio de sesión",
  byPassword: "Con nombre y contraseña",
  byCompany: "A través de su empresa, que también guarda su contraseña",
  open: "Lo que tiene abierto",
  whoChanges: "Quien administra Pickup puede cambiar su función y lo que tiene abierto.",
  password: "Cambiar la contraseña",
  everywhere:
    "Al cambiarla se cierra su sesión en todos los demás dispositivos, también en uno que ya no tenga en su poder.",
  current: "Contraseña actual",
  next: "Contraseña nueva",
  again: "Repita la contraseña nueva",
  submit: "Cambiar y cerrar las demás sesiones",
  writeCurrent: "Escriba su contraseña actual.",
  wrongCurrent: "Esa no es su contraseña actual.",
  changed: "Su contraseña ha cambiado. Las demás sesiones están cerradas.",
};
