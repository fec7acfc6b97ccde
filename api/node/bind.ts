import type { Server } from "node:http";
import { Failure, systemCode } from "./failure.ts";

/** What the operator sets to choose the place: variables or options. */
export interface Names {
  host: string;
  port: string;
}

interface Place {
  host: string;
  port: number;
}

/** Takes the port; what the operator can put right is told in their terms. */
export function bind(server: Server, place: Place, names: Names): Promise<void> {
  return new Promise((listening, failed) => {
    server.once("error", (error) => failed(explain(error, place, names)));
    server.listen(place.port, place.host, listening);
  });
}

function explain(error: Error, { host, port }: Place, names: Names): Error {
  switch (systemCode(error)) {
    case "EADDRINUSE":
      return new Failure(
        `端口 ${port} 已被占用，请设置 ${names.port}。`,
        `Port ${port} is taken; set ${names.port} to another one.`,
      );
    case "EACCES":
      return new Failure(
        `没有权限使用端口 ${port}，请设置 ${names.port}。`,
        `No permission to use port ${port}; set ${names.port} to another one.`,
      );
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new Failure(
        `本机没有地址 ${host}，请检查 ${names.host}。`,
        `This machine has no address ${host}; check ${names.host}.`,
      );
    default:
      return error;
  }
}
