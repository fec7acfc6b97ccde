import { join } from "node:path";
import Database from "libsql";
import { openEmbeddedStore } from "../../../api/store/open-embedded.ts";

/** The whole service once more, on an urn whose ballots are not counted as they arrive. */
const folder = process.env.DATA_DIR ?? "";
await (await openEmbeddedStore(folder)).close();
const urn = new Database(join(folder, "urn.db"));
urn.exec("DROP TRIGGER ballot_arrives");
urn.close();
await import("./full-stack.ts");
