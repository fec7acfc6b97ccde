import { demoClock } from "./demo/clock.ts";
import { DemoMarker, demoNotice, isNewFolder } from "./demo/marker.ts";
import { startDemo } from "./demo/start.ts";
import { claimDataFolder } from "./node/data-folder.ts";
import { runProgram, tellFailure } from "./node/failure.ts";
import { listen } from "./node/serve.ts";
import { openService } from "./node/service.ts";
import { settingsFrom } from "./node/settings.ts";

/** Starts the service on Node: `npm start`. */
await runProgram(async () => {
  const settings = settingsFrom(process.env);
  const { dataDir: folder } = settings;
  const server = await listen(settings);
  const letGo = claimDataFolder(folder);
  if (settings.demo && isNewFolder(folder)) DemoMarker.begin(folder);
  const clock = demoClock();
  if (DemoMarker.find(folder)) settings.county.notice = demoNotice;
  const service = await openService(settings, clock);
  server.answerWith(service.app.fetch);
  const isStopping = stopOnSignal(async () => {
    await server.stop();
    await service.close();
    letGo();
  });
  const { publicOrigin } = settings;
  const places = [...(publicOrigin ? [`PUBLIC_ORIGIN ${publicOrigin}`] : []), `DATA_DIR ${folder}`];
  console.log(`万评 Wanping  ${server.address}  (${places.join(", ")})`);
  const { address: listening } = server;
  await startDemo({ listening, publicOrigin, clock, folder, token: service.token }).catch(
    (error: unknown) => {
      // Whatever breaks because the server stops is taken up again at the next start.
      if (!isStopping()) tellFailure(error);
    },
  );
});

/** Stops in order at the first signal, at once at the second. Returns whether it has begun. */
function stopOnSignal(stop: () => Promise<void>): () => boolean {
  let stopping = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      stop().then(
        () => process.exit(0),
        (error) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
  return () => stopping;
}
