/** All that only a screen that is heard needs, in one piece. */
export { play } from "./chime";
export { openAudio } from "./open-audio";
export { NOTHING_SOUNDED, soundDue } from "./sound-plan";
