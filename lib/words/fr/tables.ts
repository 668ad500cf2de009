import { type TableWords, tables as english } from "../en/tables";

export const tables: TableWords = english;
