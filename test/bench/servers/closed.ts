import { cpSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";
import { read } from "../../support/reading.ts";
import { createTestApp } from "../../support/test-app.ts";
import { groupBy, openJuneWith, round } from "./june.ts";
import { offer, secondsOf } from "./offer.ts";

/** A closed month, published over the API from a fresh copy each time; and the bare sums of its ballots. */
const folder = join(process.env.DATA_DIR ?? "", "closed");
const after = "2020-08-01T09:00:00+08:00";
const api = await openJuneWith(Number(process.env.BALLOTS), folder);
api.clock.set(after);
await read(api.asOrganiser("POST", `/v1/rounds/${round}/close`, {}));
await api.store.close();
const recount = new Database(join(folder, "urn.db"), { readonly: true }).prepare(groupBy);

offer({
  async publish() {
    const copy = mkdtempSync(join(process.env.DATA_DIR ?? "", "copy-"));
    cpSync(folder, copy, { recursive: true });
    const fresh = await createTestApp({ folder: copy });
    fresh.clock.set(after);
    const publish = () => read(fresh.asOrganiser("POST", `/v1/rounds/${round}/publish`, {}));
    const took = await secondsOf(publish);
    await fresh.close();
    return took;
  },
  recount: () => secondsOf(() => recount.all(round)),
});
