import type { PeopleWords } from "../../en/settings/people";

export const people: PeopleWords = {
  lead: "Quién puede iniciar sesión y qué tiene abierto cada persona.",
  demo: "En la demostración nadie inicia sesión: una cuenta no tiene efecto aquí.",
  none: "Todavía nadie tiene cuenta.",
  add: "Añadir una persona",
  you: "Usted",
  disabled: "Desactivada",
  byCompany: "Inicia sesión a través de la empresa",
  seesNumbers: "Puede ver los números de quienes llaman",
  change: "Cambiar",
  newPassword: "Contraseña nueva",
  disable: "Desactivar",
  enable: "Activar",
  form: {
    writeName: "Escriba un nombre.",
    nameHint: "Con él inicia sesión esta persona.",
    role: "Función",
    roles: {
      admin:
        "Todo lo que ve la supervisión. Además gestiona personas, pantallas, claves de acceso y el registro de auditoría.",
      supervisor: "Todas las colas: sus cifras, quién espera, quién trabaja y cada contacto. Gestiona las pantallas.",
      lead: "Solo las colas elegidas aquí: sus cifras, quién espera, quién trabaja y cada contacto.",
      analyst: "Cifras y contactos de todas las colas. Ni quién espera o trabaja ni nada de quienes llaman.",
    },
    queues: "Colas de esta jefatura de equipo",
    noQueues: "Aún no se conoce ninguna cola. Cada una aparecerá aquí en cuanto Pickup sepa de ella.",
    chooseQueue: "Elija al menos una cola.",
    numbers: "Puede ver los números de quienes llaman",
    numbersMean:
      "De uno en uno, y cada consulta queda en el registro de auditoría. Si no, solo las últimas cifras, •••4711.",
    firstPassword: "Primera contraseña",
    handOver: "Entréguela usted en persona. Se puede cambiar en «Mi cuenta».",
    create: "Añadir",
    save: "Guardar",
  },
  effects: {
    nothing: "Todavía no hay ningún cambio.",
    change: (name) =>
      `Al guardar se cierran enseguida todas las sesiones de ${name}. Desde el próximo inicio de sesión vale lo que se fije aquí.`,
    changeYou: "Al guardar se cierran enseguida todas sus sesiones, también esta.",
    noSettings: "Después ya no gestionará las personas.",
    company: "A quien inicia sesión a través de la empresa, la empresa le asigna la función de nuevo en cada inicio.",
    password: (name) =>
      `Al guardar se cierran enseguida todas las sesiones de ${name}. Después solo vale la contraseña nueva.`,
    disable: (name) =>
      `Así se cierran enseguida todas las sesiones de ${name}. No podrá iniciar sesión hasta que usted active la cuenta.`,
    disableYou:
      "Así se cierran enseguida todas sus sesiones, también esta. Solo otra persona de administración puede activar su cuenta.",
    enable: (name) => `Después ${name} podrá iniciar sesión de nuevo, con la misma función que antes.`,
    confirmDisable: (name) => `Desactivar a ${name}`,
    confirmEnable: (name) => `Activar a ${name}`,
  },
  done: {
    added: (name) => `${name} ya puede iniciar sesión.`,
    changed: (name) => `Guardado. Las sesiones de ${name} están cerradas.`,
    password: (name) => `${name} tiene una contraseña nueva y sus sesiones están cerradas.`,
    disabled: (name) => `La cuenta de ${name} está desactivada y sus sesiones cerradas.`,
    enabled: (name) => `${name} puede iniciar sesión de nuevo.`,
  },
};
