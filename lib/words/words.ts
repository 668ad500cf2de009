import type { Language } from "../config";
import type { FigureWords } from "./en/figures";
import type { SharedWords } from "./en/shared";
import type { SuperviseWords } from "./en/supervise";
import type { TableWords } from "./en/tables";
import type { WallWords } from "./en/wall";
import type { WayInWords } from "./en/way-in";
import type { Formats } from "./formats";

/** All that the screens say, in one language. */
export type Words = {
  readonly language: Language;
  readonly formats: Formats;
  readonly figures: FigureWords;
  readonly shared: SharedWords;
  readonly wall: WallWords;
  readonly supervise: SuperviseWords;
  readonly tables: TableWords;
  readonly wayIn: WayInWords;
};

/** A figure that has a name and a definition; all that a board shows, judges or lists are among them. */
export type FigureKey = keyof FigureWords["entries"];
