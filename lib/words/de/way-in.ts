import { type WayInWords, wayIn as english } from "../en/way-in";

export const wayIn: WayInWords = english;
