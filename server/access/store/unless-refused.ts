import { isWriteRefused } from "../../store/libsql/errors";

/** For what can as well be written later: nobody is turned away because the disk is full. @returns null: not written now */
export function unlessRefused<Result>(write: () => Result): Result | null {
  try {
    return write();
  } catch (error) {
    if (isWriteRefused(error)) return null;
    throw error;
  }
}
