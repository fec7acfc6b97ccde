import { conformance } from "./conformance.ts";
import { lint } from "./lint.ts";
import { migrate } from "./migrate.ts";
import { publish } from "./publish.ts";
import { token } from "./token.ts";
import { tryDevice } from "./try-device.ts";
import { verify } from "./verify.ts";

export interface Command {
  name: string;
  usage: string;
  about: { zh: string; en: string };
  run(words: string[]): Promise<void>;
}

export const commands: readonly Command[] = [
  token,
  lint,
  migrate,
  publish,
  conformance,
  tryDevice,
  verify,
];
