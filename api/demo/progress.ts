import { Presets, SingleBar } from "cli-progress";
import type { Progress } from "./step.ts";

interface ShownProgress extends Progress {
  end(): void;
}

/** A bar on a terminal; elsewhere a line at each quarter, so that a log stays short. */
export function showProgress(title: string): ShownProgress {
  return process.stdout.isTTY ? bar(title) : lines(title);
}

function bar(title: string): ShownProgress {
  const shown = new SingleBar(
    { format: `  {bar} {percentage} %  ${title}  {value}/{total}`, stream: process.stdout },
    Presets.shades_classic,
  );
  let begun = false;
  return {
    begin(total) {
      shown.start(total, 0);
      begun = true;
    },
    advance: (by) => shown.increment(by),
    end() {
      if (begun) shown.stop();
      else console.log(`  ${title}`);
    },
  };
}

function lines(title: string): ShownProgress {
  let total = 0;
  let value = 0;
  return {
    begin(all) {
      total = all;
    },
    advance(by) {
      const quarter = Math.floor((value * 4) / total);
      value += by;
      if (value < total && Math.floor((value * 4) / total) > quarter) {
        console.log(`  ${title}  ${value}/${total}`);
      }
    },
    end: () => console.log(`  ${title}${total > 0 ? `  ${value}/${total}` : ""}`),
  };
}
