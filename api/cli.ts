#!/usr/bin/env node
import { type Command, commands } from "./cli/commands.ts";
import { help } from "./cli/help.ts";
import { Failure, runProgram } from "./node/failure.ts";

/** `npx wanping <command>`. */
await runProgram(async () => {
  const [name, ...rest] = process.argv.slice(2);
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    console.log(help());
    return;
  }
  const command: Command | undefined = commands.find((it) => it.name === name);
  if (!command)
    throw new Failure(
      `没有命令“${name}”。wanping help 列出全部命令。`,
      `There is no command "${name}". wanping help lists them.`,
    );
  await command.run(rest);
});
