import { type FigureWords, figures as english } from "../en/figures";

export const figures: FigureWords = english;
