import { expect, test } from "vitest";
import { publishedReleases } from "../../api/store/published.ts";
import type { ReleaseFile, ReleaseRow } from "../../api/store/releases.ts";

/** A database with one round, whose reads are counted and can be held back. */
function database() {
  let number = 1;
  const reads: string[] = [];
  let hold: Promise<void> | undefined;
  const row = (): ReleaseRow => ({
    round: "june",
    number,
    state: "published",
    publishedAt: Date.parse("2020-08-01T01:00:00Z"),
    reason: null,
    outcome: "{}",
  });
  return {
    reads,
    publish: () => {
      number += 1;
    },
    holdBack(until: Promise<void>) {
      hold = until;
    },
    releases: {
      async newest() {
        reads.push("newest");
        const found = row();
        await hold;
        return found;
      },
      find: async () => row(),
      async file(_: string, of: number, path: string): Promise<ReleaseFile> {
        reads.push(`${of} ${path}`);
        const bytes = new Uint8Array(path.startsWith("large") ? 5_000_000 : 3_000_000);
        return { path, mediaType: "application/json", bytes, sha256: "" };
      },
    },
  };
}

test("a published file is read once, and those that nobody asks for are forgotten first", async () => {
  const { reads, releases } = database();
  const published = publishedReleases(releases, true);
  const ask = (path: string) => published.file("june", 1, path);
  await ask("kept");
  for (let number = 0; number < 12; number += 1) {
    await ask(`units/${number}`);
    await ask("kept");
  }
  expect(reads.filter((path) => path === "1 kept")).toHaveLength(1);
  await ask("units/0");
  await ask("units/11");
  expect(reads.filter((path) => path === "1 units/0")).toHaveLength(2);
  expect(reads.filter((path) => path === "1 units/11")).toHaveLength(1);
});

test("one large file does not push out the others", async () => {
  const { reads, releases } = database();
  const published = publishedReleases(releases, true);
  for (const path of ["units/1", "large", "large", "units/1"])
    await published.file("june", 1, path);
  expect(reads).toEqual(["1 units/1", "1 large", "1 large"]);
});

test("a release is the newest from the moment it is sealed, also for whoever asked just before", async () => {
  const { publish, holdBack, releases } = database();
  const published = publishedReleases(releases, true);
  expect((await published.newest("june"))?.number).toBe(1);
  let letGo: () => void = () => undefined;
  published.sealed("june");
  holdBack(
    new Promise((resolve) => {
      letGo = resolve;
    }),
  );
  const underWay = published.newest("june");
  publish();
  published.sealed("june");
  letGo();
  await underWay;
  expect((await published.newest("june"))?.number).toBe(2);
});

test("where another process may publish, the newest release is asked for each time", async () => {
  const { reads, publish, releases } = database();
  const published = publishedReleases(releases, false);
  await published.newest("june");
  publish();
  expect((await published.newest("june"))?.number).toBe(2);
  expect(reads).toEqual(["newest", "newest"]);
});
