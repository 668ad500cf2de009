import { type SuperviseWords, supervise as english } from "../en/supervise";

export const supervise: SuperviseWords = english;
