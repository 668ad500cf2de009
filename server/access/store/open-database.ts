import { type OpenedOwnDatabase, openOwnDatabase } from "../../store/libsql/own-database";
import { ACCESS_MIGRATIONS } from "./schema";

/** "PICA" */
const ACCESS = { holds: "accounts", applicationId: 0x50494341, migrations: ACCESS_MIGRATIONS, busyMs: 2_000 };

/** Opens the database of who may come in. */
export const openAccessDatabase = ({ path }: { readonly path: string }): OpenedOwnDatabase =>
  openOwnDatabase(path, ACCESS);
