import type { AlertsWords } from "../../en/alerts/alerts";
import { until } from "../shared";

export const alerts: AlertsWords = {
  connecting: "Connexion en cours",
  noServer: "Le serveur est injoignable. La page se remplira dès qu’il répondra.",
  asOf: (time) => `Le serveur ne répond pas. État à ${time}.`,
  notRead: "L’historique et les chiffres ne peuvent pas être lus. Nouvel essai en cours.",
  firing: {
    heading: "Actives en ce moment",
    unanswered: (count, text) => (count === 1 ? "1 demande de l’aide" : `${text} demandent de l’aide`),
    none: "Aucune alerte active",
    noneMeans: "Dès qu’une règle est remplie, on voit ici ce qui ne va pas, depuis quand et qui s’en occupe.",
    rules: "Règles et silences",
    lasting: (duration) => `durée ${duration}`,
    rule: (name) => `Règle : ${name}`,
    frozen: "Sa source ne donne plus rien. Elle continuera ou s’achèvera quand la source reviendra.",
  },
  act: {
    acknowledge: "Prendre en charge",
    of: (act, title) => `${act} : ${title}`,
    howLong: "Pour combien de temps",
    minutes: (text) => `pour ${text} min`,
    untilClosing: (time) => `jusqu’à la fermeture, ${time}`,
    takeBack: "Relâcher",
    done: (title, moment) => `${title} : à vous ${until(moment)}.`,
    takenBack: (title) => `${title} : plus personne ne s’en occupe.`,
    over: "Cette alerte est déjà terminée.",
  },
  links: { contacts: "Les contacts concernés", queue: "Voir la file", queues: "Voir les files" },
  ruleNames: {
    "no-data": "Pas de données",
    "nobody-logged-in": "Personne de connecté",
    "agents-left": "Beaucoup sont partis",
    overrun: "Plus d’appelants que d’agents",
    "service-level-critical": "Le niveau de service s’effondre",
    "service-level-warning": "Le niveau de service baisse",
    "service-level-notice": "Niveau de service sous l’objectif",
    "longest-wait": "Quelqu’un attend trop longtemps",
  },
  history: {
    heading: "Historique",
    none: "Aucune alerte terminée pour l’instant",
    noneMeans:
      "Ce qui est terminé s’affiche ici par jour : quand, combien de temps, pourquoi cela s’est arrêté et qui s’en est occupé.",
    lasted: (duration) => `a duré ${duration}`,
    hadIt: (name) => `prise en charge par ${name}`,
    nobodyHadIt: "personne ne s’en est occupé",
    more: "Afficher les précédentes",
    loading: "Chargement",
  },
  rate: {
    heading: "Combien d’alarmes",
    lead: "Les alarmes qui ne demandent personne apprennent à ne plus regarder. Celles en sourdine ne comptent pas.",
    figure: "Alarmes",
    now: "Actuel",
    aim: "Objectif",
    most: "Au plus",
    lastHour: "Sonnées, dernière heure",
    busiestHour: "Sonnées, pire heure du jour",
    lastDay: "Sonnées, dernières 24 heures",
    notices: "Informations, dernières 24 heures",
    standing: "Actives depuis un jour ou plus",
    source:
      "Au plus : ce qu’une personne peut absorber toute la journée, selon l’ISA-18.2. L’objectif vaut pour qui a aussi autre chose à faire.",
    noisy: "Règles bruyantes",
    noneNoisy: "Aucune règle n’est bruyante. S’il y en a une, on lit ici ce qui la calmerait.",
    fired: (_count, text) => `${text} fois en 7 jours`,
    hints: {
      chattering: "Elle est revenue en moins d’une minute. Écartez le seuil de fin du seuil de début, ou prolongez-la.",
      often: "Plus qu’on ne peut absorber. Relevez sa limite, exigez qu’elle dure, ou faites-en une information.",
      standing: "Elle reste active un jour ou plus : personne n’agit. Changez sa limite ou renoncez-y.",
    },
  },
  channels: {
    heading: "Messages",
    none: "Personne n’est prévenu ailleurs",
    noneMeans:
      "Slack, Microsoft Teams, le courriel et les webhooks se définissent dans le fichier de configuration, sous alerts.channels.",
    kinds: { webhook: "Webhook", slack: "Slack", teams: "Microsoft Teams", email: "Courriel" },
    delivered: (moment) => `dernier envoi ${moment}`,
    nothingYet: "rien d’envoyé pour l’instant",
    waiting: (count, text, moment) =>
      count === 1
        ? `1 message en attente depuis ${moment}`
        : `${text} messages en attente, le plus ancien depuis ${moment}`,
    givenUp: (count, text) => (count === 1 ? "non remis : 1 message" : `non remis : ${text} messages`),
    why: (problem) => `La réponse était : ${problem}`,
  },
  silences: {
    heading: "Silences",
    none: "Rien n’est en sourdine",
    noneMeans: "Ce qui se déclenche pendant un silence est affiché et compté, mais personne n’est prévenu.",
    allRules: "Toutes les règles",
    allQueues: "toutes les files",
    until,
    by: (name) => `par ${name}`,
  },
};
