import { type WallWords, wall as english } from "../en/wall";

export const wall: WallWords = english;
