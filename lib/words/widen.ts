/**
 * The shape of a catalogue, whatever it says: texts stay texts, functions keep their arguments. A language that lacks
 * a key, or has one too many, is a type error.
 */
export type Widen<Part> = {
  readonly [Key in keyof Part]: Part[Key] extends string
    ? string
    : Part[Key] extends (...given: infer Given) => string
      ? (...given: Given) => string
      : Widen<Part[Key]>;
};
