import { listen } from "../../api/node/serve.ts";
import { openService } from "../../api/node/service.ts";
import { settingsFrom } from "../../api/node/settings.ts";

/** The real server in a process of its own, to be killed. Its clock runs as far ahead (or behind) as it is told. */
const ahead = Number(process.env.CLOCK_AHEAD);
const settings = settingsFrom({ ...process.env, DEMO: "off", PORT: "0" });
const server = await listen(settings);
const service = await openService(settings, () => Date.now() + ahead);
server.answerWith(service.app.fetch);
process.send?.({ address: server.address, token: await service.token(3600) });
process.on("SIGTERM", () => {
  void server
    .stop()
    .then(service.close)
    .then(() => process.exit(0));
});
