import { setFlagsFromString } from "node:v8";

// The young generation would grow to 32 MB in the first second, for the day that is folded back once, and stay there.
// Imported before anything else: V8 looks at it when the heap first grows.
setFlagsFromString("--semi-space-growth-factor=1");
