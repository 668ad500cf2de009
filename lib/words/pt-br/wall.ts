import { type WallWords, wall as english } from "../en/wall";
import { tv } from "./tv";

export const wall: WallWords = { ...english, tv };
