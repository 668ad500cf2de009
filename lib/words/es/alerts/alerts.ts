import type { AlertsWords } from "../../en/alerts/alerts";
import { until } from "../shared";

export const alerts: AlertsWords = {
  connecting: "Conectando",
  noServer: "No se puede contactar con el servidor. La página se llenará en cuanto responda.",
  asOf: (time) => `El servidor no responde. Datos de ${time}.`,
  notRead: "No se pueden leer el historial ni las cifras. Reintentando.",
  firing: {
    heading: "Activas ahora",
    unanswered: (count, text) => (count === 1 ? "1 necesita ayuda" : `${text} necesitan ayuda`),
    none: "Ninguna alerta activa",
    noneMeans: "En cuanto se cumple una regla, aquí se ve qué ocurre, desde cuándo y quién se encarga.",
    rules: "Reglas y silencios",
    lasting: (duration) => `duración ${duration}`,
    rule: (name) => `Regla: ${name}`,
    frozen: "No llega nada de su fuente. Seguirá o terminará cuando vuelva a llegar.",
  },
  act: {
    acknowledge: "Asumir",
    of: (act, title) => `${act}: ${title}`,
    howLong: "Por cuánto tiempo",
    minutes: (text) => `por ${text} min`,
    untilClosing: (time) => `hasta el cierre, ${time}`,
    takeBack: "Soltar",
    done: (title, moment) => `${title}: se encarga usted ${until(moment)}.`,
    takenBack: (title) => `${title}: ya no se encarga nadie.`,
    over: "Esta alerta ya terminó.",
  },
  links: { contacts: "Los contactos detrás", queue: "Ver la cola", queues: "Ver las colas" },
  history: {
    heading: "Historial",
    none: "Aún no ha terminado ninguna alerta",
    noneMeans: "Lo que ya terminó aparece aquí por días: cuándo, cuánto duró, por qué terminó y quién se encargó.",
    lasted: (duration) => `duró ${duration}`,
    hadIt: (name) => `se encargó ${name}`,
    nobodyHadIt: "no se encargó nadie",
    more: "Mostrar anteriores",
    loading: "Cargando",
  },
  rate: {
    heading: "Cuántas alarmas",
    lead: "Las alarmas que no necesitan a nadie enseñan a no mirar. Las silenciadas no cuentan.",
    figure: "Alarmas",
    now: "Ahora",
    aim: "Objetivo",
    most: "Máximo",
    lastHour: "Sonaron, última hora",
    busiestHour: "Sonaron, peor hora del día",
    lastDay: "Sonaron, últimas 24 horas",
    notices: "Avisos, últimas 24 horas",
    standing: "Activas un día o más",
    source:
      "Máximo: lo que una persona puede atender todo el día, según ISA-18.2. El objetivo es para quien además tiene otro trabajo.",
    noisy: "Reglas ruidosas",
    noneNoisy: "Ninguna regla es ruidosa. Si alguna lo es, aquí se dice cómo calmarla.",
    fired: (count, text) => `${count === 1 ? "1 vez" : `${text} veces`} en 7 días`,
    hints: {
      chattering: "Volvió en menos de un minuto. Separe más el límite de inicio del de fin, o alargue su duración.",
      often: "Más de lo que se puede atender. Suba su límite, exija que dure más o conviértala en aviso.",
      standing: "Sigue activa un día o más, así que nadie actúa. Cambie su límite o prescinda de ella.",
    },
  },
  channels: {
    heading: "Mensajes",
    none: "No se avisa en ningún otro lugar",
    noneMeans:
      "Slack, Microsoft Teams, el correo y los webhooks se definen en el archivo de configuración, en alerts.channels.",
    kinds: { webhook: "Webhook", slack: "Slack", teams: "Microsoft Teams", email: "Correo" },
    delivered: (moment) => `última entrega ${moment}`,
    nothingYet: "aún nada entregado",
    waiting: (count, text, moment) =>
      count === 1
        ? `1 mensaje en espera desde ${moment}`
        : `${text} mensajes en espera, el más antiguo desde ${moment}`,
    givenUp: (count, text) => `sin entregar: ${count === 1 ? "1 mensaje" : `${text} mensajes`}`,
    why: (problem) => `La respuesta fue: ${problem}`,
  },
  silences: {
    heading: "Silencios",
    none: "Nada está silenciado",
    noneMeans: "Lo que se activa durante un silencio se muestra y se cuenta, pero no se avisa a nadie.",
    allRules: "Todas las reglas",
    allQueues: "todas las colas",
    until,
    by: (name) => `por ${name}`,
  },
};
