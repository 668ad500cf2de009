/** Characters of a display's name; what else there is against one, the server says. */
export const LONGEST_NAME = 60;
