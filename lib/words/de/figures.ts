import type { FigureWords } from "../en/figures";

export const figures: FigureWords = {
  entries: {
    serviceLevel: {
      label: "Servicelevel",
      definition:
        "Anteil der entschiedenen Anrufe, die ein Mensch innerhalb der Zielzeit angenommen hat. Entschieden: angenommen, aufgelegt (außer Kurzauflegern), übergelaufen oder schon über der Zielzeit wartend.",
    },
    waiting: {
      label: "Wartende",
      definition: "Anrufe, die in einer Queue sind und noch niemanden erreicht haben.",
    },
    overdue: {
      label: "Über der Zielzeit",
      definition: "Anrufe, die gerade länger warten als die Zielzeit ihrer Queue. Jeder zählt schon als verspätet.",
    },
    longestWait: { label: "Längste Wartezeit", definition: "So lange wartet gerade, wer am längsten wartet." },
    offered: {
      label: "Eingegangen",
      definition: "Anrufe, die während der Servicezeit in die Queue gekommen sind.",
    },
    answered: {
      label: "Angenommen",
      definition: "Anrufe, die ein Mensch angenommen hat, von denen, die während der Servicezeit eingegangen sind.",
    },
    abandoned: {
      label: "Aufgelegt",
      definition: "Anrufe, bei denen der Anrufer vor der Annahme aufgelegt hat, Kurzaufleger eingeschlossen.",
    },
    shortAbandoned: {
      label: "Kurzaufleger",
      definition: "Anrufe, bei denen der Anrufer nach wenigen Sekunden aufgelegt hat. Sie zählen in keiner Quote.",
    },
    overflowed: {
      label: "Übergelaufen",
      definition:
        "Anrufe, die das Routing ohne Annahme aus der Queue genommen hat: Zeit abgelaufen, Taste, keine Agenten, Weiterleitung.",
    },
    refused: {
      label: "Abgewiesen",
      definition: "Anrufe, die nie in die Queue kamen: geschlossen, voll oder niemand angemeldet.",
    },
    unknown: {
      label: "Ungeklärt",
      definition: "Anrufe, deren Ausgang unbekannt ist, weil die Quelle nicht erreichbar war.",
    },
    missed: {
      label: "Verpasst",
      definition:
        "Aus Sicht der Anrufer: Kontakte, die ohne einen Menschen endeten, also aufgelegt (außer Kurzauflegern), ins Leere übergelaufen oder abgewiesen. Jeder Kontakt zählt einmal.",
    },
    missedVisits: {
      label: "Verpasst",
      definition: "Anrufe, die diese Queue nicht angenommen hat und die ohne einen Menschen endeten.",
    },
    missedRate: {
      label: "Verpasstquote",
      definition: "Anteil der verpassten an allen angenommenen oder verpassten Anrufen.",
    },
    answerRate: {
      label: "Annahmequote",
      definition:
        "Anteil der angenommenen an allen Anrufen, deren Warten beendet ist: angenommen, aufgelegt (außer Kurzauflegern) oder übergelaufen.",
    },
    speedOfAnswer: {
      label: "Annahmezeit",
      definition:
        "Durchschnittliche Wartezeit der angenommenen Anrufe, vom Eintritt in die Queue bis zur Annahme (ASA).",
    },
    waitMedian: { label: "Median", definition: "Die Hälfte der angenommenen Anrufe hat höchstens so lange gewartet." },
    waitP90: {
      label: "90. Perzentil",
      definition: "Neun von zehn angenommenen Anrufen haben höchstens so lange gewartet.",
    },
    handlingTime: {
      label: "Bearbeitungszeit",
      definition:
        "Durchschnitt aus Gespräch, Halten und Nacharbeit beendeter Anrufe (AHT); ohne Nacharbeit, wo sie nicht gemeldet wird.",
    },
    talk: { label: "Gesprächszeit", definition: "Durchschnittliche Dauer der Verbindung, Halten eingeschlossen." },
    ringNoAnswer: {
      label: "Nicht abgehoben",
      definition:
        "Wie oft das Telefon eines Agenten vergeblich geklingelt hat. Bei einem Anruf kann das mehrfach vorkommen.",
    },
    outOfHours: {
      label: "Außerhalb Servicezeit",
      definition: "Anrufe außerhalb der Servicezeit der Queue. Sie gehen in keine andere Zahl ein.",
    },
    repeatCallers: {
      label: "Wiederholanrufer",
      definition: "Anrufer mit zwei oder mehr Kontakten binnen 24 Stunden. Unterdrückte Nummern bleiben außen vor.",
    },
    agents: {
      label: "Agenten",
      definition:
        "Jede Person einmal, nach dem, was sie gerade tut: frei, mit klingelndem Telefon, im Gespräch, in Nacharbeit oder in Pause.",
    },
    agentsOfQueue: {
      label: "Agenten",
      definition:
        "Die Personen der Queue nach dem, was sie gerade tun: frei, mit klingelndem Telefon, im Gespräch, in Nacharbeit oder in Pause.",
    },
  },
  short: {
    queue: "Queue",
    waiting: "Wartende",
    longestWait: "Längste",
    serviceLevel: "Level",
    offered: "Eingegangen",
    answered: "Angenommen",
    abandoned: "Aufgelegt",
    missed: "Verpasst",
    answerRate: "Annahmequote",
    speedOfAnswer: "ASA",
    handlingTime: "AHT",
    agents: "Agenten",
  },
  formulas: {
    offered: (threshold) => `in ${threshold} angenommen`,
    "answered-only": (threshold) => `angenommenen in ${threshold}`,
    "abandons-after-threshold": (threshold) => `in ${threshold}, frühe Aufleger ausgenommen`,
    "credit-abandons-within-threshold": (threshold) => `in ${threshold}, frühe Aufleger angerechnet`,
  },
};
