export const SESSION_COOKIE = "pickup_session";
export const DISPLAY_COOKIE = "pickup_display";
/** A television that waits for its code to be entered. */
export const PAIRING_COOKIE = "pickup_pairing";
/** This browser has signed in before: others' wrong guesses do not lock its owner out. */
export const DEVICE_COOKIE = "pickup_device";
export const OIDC_COOKIE = "pickup_oidc";
