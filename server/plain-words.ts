const WORDS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  EISDIR: "it is a directory",
  ENOTDIR: "a file stands where a directory should",
  EEXIST: "there is something of that name already",
  EACCES: "this user may not",
  EPERM: "this user may not",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EMFILE: "too many files are open",
  ELOOP: "links lead in a circle",
  ENAMETOOLONG: "the name is too long",
  EIO: "the disk does not answer",
};

/** Why the system refused a file, for people; the name of the file is the caller's to say. */
export function fileTroubleWords(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return WORDS[code] ?? (code === "" ? "nobody knows why" : `the system says ${code}`);
}
