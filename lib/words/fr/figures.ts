import type { FigureWords } from "../en/figures";

export const figures: FigureWords = {
  entries: {
    serviceLevel: {
      label: "Niveau de service",
      definition:
        "Part des appels décidés auxquels une personne a répondu dans le délai. Décidés : répondus, abandonnés (hors abandons courts), débordés ou attendant déjà au-delà du délai.",
    },
    waiting: { label: "En attente", definition: "Appels entrés dans une file qui n’ont encore joint personne." },
    overdue: {
      label: "Hors délai",
      definition: "Appels qui attendent en ce moment au-delà du délai de leur file. Chacun compte déjà comme tardif.",
    },
    longestWait: {
      label: "Plus longue attente",
      definition: "Depuis combien de temps attend l’appelant qui attend le plus longtemps.",
    },
    offered: { label: "Reçus", definition: "Appels entrés dans la file pendant ses heures d’ouverture." },
    answered: {
      label: "Répondus",
      definition:
        "Appels auxquels une personne a répondu, parmi ceux entrés dans la file pendant ses heures d’ouverture.",
    },
    abandoned: {
      label: "Abandonnés",
      definition: "Appels dont l’appelant a raccroché avant la réponse, abandons courts compris.",
    },
    shortAbandoned: {
      label: "Abandons courts",
      definition: "Appels dont l’appelant a raccroché en quelques secondes. Ils ne comptent dans aucun taux.",
    },
    overflowed: {
      label: "Débordés",
      definition:
        "Appels que le routage a sortis de la file sans réponse : délai écoulé, touche, aucun agent, transfert.",
    },
    refused: {
      label: "Refusés",
      definition: "Appels jamais entrés dans la file : fermée, pleine ou sans personne de connecté.",
    },
    unknown: { label: "Issue inconnue", definition: "Appels perdus de vue pendant l’absence de la source." },
    missed: {
      label: "Manqués",
      definition:
        "Du point de vue de l’appelant : contacts terminés sans joindre personne, abandonnés (hors abandons courts), débordés sans suite ou refusés. Chaque contact compte une fois.",
    },
    missedVisits: {
      label: "Manqués",
      definition: "Appels auxquels cette file n’a pas répondu et qui se sont terminés sans joindre personne.",
    },
    missedRate: {
      label: "Taux de manqués",
      definition: "Part des appels manqués parmi tous les appels répondus ou manqués.",
    },
    answerRate: {
      label: "Taux de réponse",
      definition:
        "Part des appels répondus parmi tous ceux dont l’attente est finie : répondus, abandonnés (hors abandons courts) ou débordés.",
    },
    speedOfAnswer: {
      label: "Délai de réponse",
      definition: "Attente moyenne des appels répondus, de l’entrée dans la file à la réponse (DMR).",
    },
    waitMedian: { label: "Médiane", definition: "La moitié des appels répondus n’ont pas attendu plus longtemps." },
    waitP90: { label: "90e centile", definition: "Neuf appels répondus sur dix n’ont pas attendu plus longtemps." },
    handlingTime: {
      label: "Durée de traitement",
      definition:
        "Moyenne de la conversation, de la mise en garde et du post-appel des appels terminés (DMT) ; sans post-appel là où il n’est pas communiqué.",
    },
    talk: { label: "Durée de conversation", definition: "Durée moyenne en ligne, mise en garde comprise." },
    ringNoAnswer: {
      label: "Sonnerie sans réponse",
      definition:
        "Nombre de fois où le téléphone d’un agent a sonné sans réponse. Un même appel peut en compter plusieurs.",
    },
    outOfHours: {
      label: "Hors horaires",
      definition: "Appels en dehors des heures d’ouverture de la file. Ils n’entrent dans aucun autre chiffre.",
    },
    repeatCallers: {
      label: "Appelants récurrents",
      definition: "Appelants ayant eu au moins deux contacts en 24 heures. Les numéros masqués sont exclus.",
    },
    agents: {
      label: "Agents",
      definition:
        "Chaque personne une fois, selon ce qu’elle fait : libre, sonnerie, en ligne, en post-appel ou en pause.",
    },
    agentsOfQueue: {
      label: "Agents",
      definition:
        "Les personnes de la file selon ce qu’elles font : libres, sonnerie, en ligne, en post-appel ou en pause.",
    },
  },
  short: {
    queue: "File",
    waiting: "En attente",
    longestWait: "Attente max.",
    serviceLevel: "Niveau",
    offered: "Reçus",
    answered: "Répondus",
    abandoned: "Abandonnés",
    missed: "Manqués",
    answerRate: "Taux de rép.",
    speedOfAnswer: "DMR",
    handlingTime: "DMT",
    agents: "Agents",
  },
  formulas: {
    offered: (threshold) => `répondus en ${threshold}`,
    "answered-only": (threshold) => `appels répondus, en ${threshold}`,
    "abandons-after-threshold": (threshold) => `en ${threshold}, hors abandons précoces`,
    "credit-abandons-within-threshold": (threshold) => `en ${threshold}, abandons précoces comptés`,
  },
};
