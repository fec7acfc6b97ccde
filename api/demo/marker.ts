import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const Marker = z.strictObject({
  /** Steps of the demonstration that are done. */
  done: z.array(z.string()),
  /** Where the step under way has got to, by its id. */
  reached: z.record(z.string(), z.string()),
});

/** On every page of a folder with a marker: the list names real units, of which nothing here is true. */
export const demoNotice = {
  zh: "演示：单位名单和评价办法取自公开文件，评价、评分和名次全部是虚构的，不反映任何单位的实际情况。",
  en: "Demonstration: the list of units and the rules come from public documents. Every rating, score and rank is invented and says nothing about any real unit.",
};

/** Whether no service has been started on this folder before. */
export function isNewFolder(folder: string): boolean {
  return !existsSync(join(folder, "registry.db"));
}

/**
 * How far the demonstration has come in this data folder, so that a start after an interruption goes on from there. A folder
 * without a marker holds somebody's own data and is left alone.
 */
export class DemoMarker {
  readonly #file: string;
  #state: z.infer<typeof Marker>;

  private constructor(file: string, state: z.infer<typeof Marker>) {
    this.#file = file;
    this.#state = state;
  }

  static begin(folder: string): DemoMarker {
    const marker = new DemoMarker(join(folder, "demo.json"), { done: [], reached: {} });
    marker.#save();
    return marker;
  }

  static find(folder: string): DemoMarker | undefined {
    const file = join(folder, "demo.json");
    if (!existsSync(file)) return undefined;
    return new DemoMarker(file, Marker.parse(JSON.parse(readFileSync(file, "utf8"))));
  }

  isDone(step: string): boolean {
    return this.#state.done.includes(step);
  }

  finish(step: string): void {
    this.#state.done.push(step);
    delete this.#state.reached[step];
    this.#save();
  }

  reached(step: string): string | undefined {
    return this.#state.reached[step];
  }

  reach(step: string, where: string): void {
    this.#state.reached[step] = where;
    this.#save();
  }

  /** Replaces the file as a whole: an interruption leaves the old one or the new one. */
  #save(): void {
    writeFileSync(`${this.#file}.new`, JSON.stringify(this.#state));
    renameSync(`${this.#file}.new`, this.#file);
  }
}
