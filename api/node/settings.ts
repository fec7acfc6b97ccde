import { resolve } from "node:path";
import { publicOriginFrom } from "../public-origin.ts";
import type { RemoteSettings } from "../store/open-remote.ts";
import type { County } from "../use-cases/context.ts";
import { Failure } from "./failure.ts";

export interface Settings {
  host: string;
  port: number;
  /** Where clients reach this service, behind what ends TLS. */
  publicOrigin?: string;
  dataDir: string;
  /** Two remote databases instead of two files. */
  remote?: RemoteSettings;
  masterSecret?: string;
  /** Whether an empty data folder is filled with the demonstration. */
  demo: boolean;
  county: County;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads every setting at once, so that a wrong one is told before anything is opened. */
export function settingsFrom(environment: Environment): Settings {
  const remote = remoteFrom(environment);
  const publicOrigin = publicOriginOf(environment);
  return {
    // Only this machine, unless told otherwise: whoever faces the network puts TLS in front.
    host: environment.HOST || "127.0.0.1",
    port: portFrom(environment.PORT, "PORT"),
    dataDir: resolve(environment.DATA_DIR || "data"),
    demo: environment.DEMO !== "off" && remote === undefined,
    county: {
      name: environment.COUNTY_NAME || "演示县 (demonstration county)",
      timeZone: timeZoneFrom(environment.TIME_ZONE),
    },
    ...(publicOrigin !== undefined && { publicOrigin }),
    ...(remote && { remote }),
    ...(environment.MASTER_SECRET && { masterSecret: environment.MASTER_SECRET }),
  };
}

/** A port to listen on; `name` is how its operator says it. */
export function portFrom(text: string | undefined, name: string): number {
  if (text === undefined || text === "") return 8787;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new Failure(
    `${name} 应为 0 到 65535 的整数，而不是“${text}”。`,
    `${name} must be a whole number from 0 to 65535, not "${text}".`,
  );
}

function publicOriginOf({ PUBLIC_ORIGIN: text }: Environment): string | undefined {
  if (!text) return undefined;
  const origin = publicOriginFrom(text);
  if (origin !== undefined) return origin;
  throw new Failure(
    `PUBLIC_ORIGIN 应为 https://主机[:端口]，不带路径，而不是“${text}”。`,
    `PUBLIC_ORIGIN must be https://host[:port] without a path, not "${text}".`,
  );
}

function timeZoneFrom(text: string | undefined): string {
  const zone = text || "Asia/Shanghai";
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return zone;
  } catch {
    throw new Failure(
      `TIME_ZONE “${zone}”不是 IANA 时区名。`,
      `TIME_ZONE "${zone}" is not an IANA time zone.`,
    );
  }
}

function remoteFrom(environment: Environment): RemoteSettings | undefined {
  const { REGISTRY_URL, REGISTRY_TOKEN, URN_URL, URN_TOKEN } = environment;
  if (!REGISTRY_URL && !URN_URL) return undefined;
  if (!REGISTRY_URL || !URN_URL)
    throw new Failure(
      "REGISTRY_URL 与 URN_URL 必须同时设置。",
      "REGISTRY_URL and URN_URL must be set together.",
    );
  return {
    registryUrl: REGISTRY_URL,
    urnUrl: URN_URL,
    ...(REGISTRY_TOKEN && { registryToken: REGISTRY_TOKEN }),
    ...(URN_TOKEN && { urnToken: URN_TOKEN }),
  };
}
