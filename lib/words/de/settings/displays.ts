import type { DisplayWords } from "../../en/settings/displays";

export const displays: DisplayWords = {
  letIn: {
    title: "Einen Bildschirm zulassen",
    open: "Öffnen Sie auf dem Fernseher",
    thenEnter: "Er zeigt einen Code. Geben Sie ihn hier ein, benennen Sie den Bildschirm und wählen Sie, was er zeigt.",
    loopback:
      "Diese Adresse erreicht nur diesen Rechner. Setzen Sie auf dem Fernseher stattdessen dessen Namen oder Adresse im Netz ein.",
    demo: "In der Vorführung braucht kein Bildschirm einen Code. Öffnen Sie zum Ausprobieren diese Adresse in einem anderen Browser oder einem privaten Fenster: Von da an ist dieser ein Bildschirm.",
    code: "Code vom Bildschirm",
    codeHint: "So, wie er dort steht",
    name: "Bezeichnung",
    nameHint: "Zum Beispiel, wo er hängt",
    submit: "Zulassen",
    writeCode: "Geben Sie die sechs Zeichen ein, die der Bildschirm zeigt.",
    unlikely:
      "Ein solches Zeichen kommt in keinem Code vor, ebenso wenig wie 0, O, 1, I und L. Sehen Sie noch einmal nach.",
    notShown: "Kein Bildschirm zeigt diesen Code. Ein Code gilt zehn Minuten und nur einmal.",
    tooMany: (minutes) => `Zu viele falsche Codes. In ${minutes} min können Sie es wieder versuchen.`,
    writeName: "Geben Sie eine Bezeichnung ein.",
    done: (name) => `${name} ist zugelassen. Das Board erscheint dort von selbst.`,
  },
  screen: {
    label: "Was er zeigt",
    boards: "Einzelne Boards",
    rotations: "Rotationen: mehrere Boards im Wechsel",
    rotation: "Rotation:",
    gone: (id) => `Nicht mehr eingerichtet: ${id}`,
  },
  list: {
    title: "Zugelassene Bildschirme",
    empty:
      "Noch ist kein Bildschirm zugelassen. Hier steht dann jeder mit dem, was er zeigt, und ob er verbunden ist. Von hier aus können Sie das ändern, ihn an der Wand finden, ihn neu laden und ihn sperren. Öffnen Sie zum Anfang die Adresse oben auf einem Fernseher.",
    connected: "Verbunden",
    notConnected: "Nicht verbunden",
    notYet: "Noch nicht gesehen",
    lastSeen: (ago, time) => `Zuletzt gesehen ${ago}, ${time}`,
    letIn: (day) => `Zugelassen ${day}`,
    by: "von",
    isNew: "Neu",
    revoked: (name) => `${name} ist gesperrt und zeigt ab jetzt einen Code.`,
  },
  actions: {
    identify: "Namen zeigen",
    reload: "Neu laden",
    change: "Ändern",
    revoke: "Sperren",
    save: "Speichern",
    told: { identify: "Zeigt zehn Sekunden lang seinen Namen.", reload: "Lädt seine Seite neu." },
    notReached: "Er ist nicht verbunden und derzeit nicht zu erreichen.",
    revokeMeans: (name) =>
      `${name} verliert binnen Sekunden sein Board und zeigt einen Code. Um wieder Boards zu zeigen, muss er neu zugelassen werden.`,
  },
};
