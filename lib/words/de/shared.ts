import { type SharedWords, shared as english } from "../en/shared";

export const shared: SharedWords = english;
