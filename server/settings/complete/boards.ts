import { boardOfAll, type BoardConfig, type Language, type RotationConfig } from "../../../lib/config";
import { shownName } from "../../../lib/names/names";
import { boardId, MAIN_BOARD, queueId } from "../../../lib/vocabulary";
import type { WrittenBoard, WrittenRotation } from "../schema/boards";
import type { WrittenConfig } from "../schema/config";

const DEFAULT_TURN_SECONDS = 30;

/** What the board that shows everything is called where nobody named it. */
const NAME_OF_MAIN: Readonly<Record<Language, string>> = {
  en: "All queues",
  de: "Alle Queues",
  es: "Todas las colas",
  "pt-BR": "Todas as filas",
  fr: "Toutes les files",
};

/** The boards as they are shown, `main` first unless it is written elsewhere. */
export function completeBoards({ boards = [], language = "en" }: WrittenConfig): readonly BoardConfig[] {
  const isMainWritten = boards.some(({ id }) => id === MAIN_BOARD);
  const all: readonly WrittenBoard[] = isMainWritten ? boards : [{ id: MAIN_BOARD }, ...boards];
  return all.map((board) => completeBoard(board, board.language ?? language));
}

function completeBoard(written: WrittenBoard, language: Language): BoardConfig {
  const id = boardId(written.id);
  const plain = boardOfAll(id, shownName(written.name ?? "") || (id === MAIN_BOARD ? NAME_OF_MAIN[language] : id));
  const { screen } = written;
  return {
    id,
    name: plain.name,
    queueIds: written.queues?.map(queueId) ?? plain.queueIds,
    windowMinutes: written.windowMinutes ?? plain.windowMinutes,
    agentNames: written.agentNames ?? plain.agentNames,
    figures: written.figures ?? plain.figures,
    period: written.period ?? plain.period,
    language,
    theme: written.theme ?? plain.theme,
    viewing: screen === undefined ? plain.viewing : { screenInches: screen.inches, distanceMetres: screen.metres },
    sound: written.sound ?? plain.sound,
    missedCost: written.missedCost ?? plain.missedCost,
  };
}

export const completeRotation = (written: WrittenRotation): RotationConfig => ({
  id: boardId(written.id),
  name: shownName(written.name ?? "") || written.id,
  boardIds: written.boards.map(boardId),
  everyMs: Math.round((written.everySeconds ?? DEFAULT_TURN_SECONDS) * 1_000),
});
