import { Failure } from "../node/failure.ts";
import { showProgress } from "./progress.ts";
import type { Stage, Step } from "./step.ts";

/**
 * Plays the steps that are not done yet, in order. A step builds on those before it, so that the first failure ends the play; the
 * next start goes on with the step that failed.
 */
export async function playSteps(steps: readonly Step[], stage: Stage): Promise<void> {
  for (const step of steps.filter(({ id }) => !stage.marker.isDone(id))) {
    const progress = showProgress(`${step.title.zh} ${step.title.en}`);
    try {
      await naming(step.title, () => step.run(stage, progress));
      stage.marker.finish(step.id);
    } finally {
      progress.end();
    }
  }
}

/** Does something of the demonstration, and says what it was if it fails. */
export async function naming<Result>(
  { zh, en }: { zh: string; en: string },
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    throw new Failure(
      `演示步骤“${zh}”失败。服务照常运行；下次启动从这一步继续。`,
      `The demonstration failed at "${en}". The service goes on; the next start resumes at this step.`,
      { cause },
    );
  }
}
