import type { DisplayWords } from "../../en/settings/displays";

export const displays: DisplayWords = {
  letIn: {
    title: "Admitir una pantalla",
    open: "En el televisor, abra",
    thenEnter: "Mostrará un código. Introdúzcalo aquí, dé un nombre a la pantalla y elija qué muestra.",
    loopback:
      "Esta dirección solo llega a este equipo. En un televisor, ponga en su lugar el nombre o la dirección de este equipo en la red.",
    demo: "En la demostración ninguna pantalla necesita código. Para probarlo, abra esta dirección en otro navegador o en una ventana privada: desde entonces será una pantalla.",
    code: "Código",
    codeHint: "Tal como lo muestra la pantalla",
    name: "Nombre",
    nameHint: "Por ejemplo, dónde está colgada",
    submit: "Admitir",
    writeCode: "Introduzca los seis caracteres que muestra la pantalla.",
    unlikely: "Ningún código tiene ese carácter; tampoco 0, O, 1, I ni L. Mire de nuevo la pantalla.",
    notShown: "Ninguna pantalla muestra ahora este código. Un código vale diez minutos y una sola vez.",
    tooMany: (minutes) => `Demasiados códigos erróneos. Podrá intentarlo de nuevo en ${minutes} min.`,
    writeName: "Introduzca un nombre.",
    done: (name) => `${name} está admitida. Su panel aparece por sí solo.`,
  },
  screen: {
    label: "Qué muestra",
    boards: "Paneles",
    rotations: "Rotaciones: varios paneles por turnos",
    rotation: "Rotación:",
    gone: (id) => `Ya no está configurado: ${id}`,
  },
  list: {
    title: "Pantallas admitidas",
    empty:
      "Aún no hay ninguna pantalla admitida. Aquí figurará cada una con lo que muestra y si está conectada. Desde aquí podrá cambiarlo, localizarla en la pared, recargarla y revocarla. Para empezar, abra en un televisor la dirección de arriba.",
    connected: "Conectada",
    notConnected: "No conectada",
    notYet: "Aún no se la ha visto",
    lastSeen: (ago, time) => `Vista por última vez ${ago}, ${time}`,
    letIn: (day) => `Admitida: ${day}`,
    by: "por",
    isNew: "Nueva",
    revoked: (name) => `${name} está revocada y muestra un código desde ahora.`,
  },
  actions: {
    identify: "Identificar",
    reload: "Recargar",
    change: "Cambiar",
    revoke: "Revocar",
    save: "Guardar",
    told: { identify: "Muestra su nombre durante diez segundos.", reload: "Recarga su página." },
    notReached: "No está conectada y ahora no se le puede avisar.",
    revokeMeans: (name) =>
      `${name} pierde su panel en segundos y muestra un código. Para volver a mostrar paneles, habrá que admitirla de nuevo.`,
  },
};
