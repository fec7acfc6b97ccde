import type { DeviceKey } from "../device/key.ts";

/** What somebody pressed, as it waits on the device. */
export interface Entry {
  /** Where it stands in the queue; given by the storage, never sent. */
  position: number;
  /** The device's own number for it, from 1; gaps tell the organiser that ballots are missing. */
  number: number;
  serial: string;
  programme: string;
  instrument: string;
  answers: Answers;
  visit?: string;
  /** The visit of the code that was shown; dropped once the server says that the code was used by somebody before. */
  code?: string;
  /** The device's clock when it was pressed, and what that clock was known to be slow then; null where it was not to be trusted. */
  clock: number;
  slowMs: number | null;
  /** Which run of the device it was pressed in: a clock keeps its fault during a run. */
  run: string;
  /** The time of rating as sent, fixed before the first attempt so that every attempt is the same ballot. */
  ratedAt?: string;
  /** Not to be sent before this time of the device's clock: the server asked for a fix or for patience. */
  heldUntil?: number;
  /** Refused for ever; kept until somebody has taken it away. */
  refused?: { code: string; message: string };
}

/** One unit, one level. */
export interface Answers {
  kind: "levels";
  unit: string;
  level: string;
  reasons?: string[];
  questions?: Record<string, string>;
}

export interface Credential extends DeviceKey {
  device: string;
  keyId: string;
  /** When this key came into use, by the server's clock. */
  since: number;
}

/** What the organiser wants shown, as the server last told it. */
export interface Configuration {
  device: string;
  mode: "live" | "test";
  assignments: Assignment[];
  presentation?: Presentation;
}

/** Words and look that the organiser chose in place of the device's own. */
export interface Presentation {
  texts?: { question?: Words; thanks?: Words; notice?: Words };
  theme?: "system" | "light" | "dark" | "high-contrast";
}

export interface Assignment {
  unit: string;
  unitName: string;
  programme: string;
  group: string;
  from: string;
  until?: string;
  instrument: Instrument;
}

export interface Instrument {
  id: string;
  kind: string;
  levels?: { id: string; label: Words; bad?: boolean }[];
  reasons?: { id: string; label: Words }[];
}

export interface Words {
  zh: string;
  en: string;
}

/** Everything that is kept beside the queue. */
export interface Kept {
  /** A key made for an enrolment whose answer has not come yet. */
  newKey?: DeviceKey;
  /** A key that is to follow, made for a rotation whose answer has not come yet. */
  nextKey?: DeviceKey;
  credential?: Credential;
  configuration?: Configuration;
  /** Server time less device time, as last seen. */
  slowMs?: number;
  /** The latest server time that this device knows to have passed. */
  seenAt?: number;
  /** The number that the next rating gets. */
  nextNumber?: number;
}

export type Key = keyof Kept;

/** Durable memory. A promise that resolves means: survives a power cut. */
export interface KioskStorage {
  /** Whether a private key can be kept without ever being readable. */
  keepsKeysInside: boolean;
  read<K extends Key>(key: K): Promise<Kept[K] | undefined>;
  write<K extends Key>(key: K, value: Kept[K]): Promise<void>;
  /** Numbers and keeps an entry, both or neither, also when two pages do it at once. */
  append(entry: Omit<Entry, "position" | "number">): Promise<Entry>;
  /** Keeps entries of a backup, numbered as they were. */
  restore(entries: readonly Omit<Entry, "position">[]): Promise<void>;
  /** The queue in order. */
  entries(): Promise<Entry[]>;
  replace(entries: readonly Entry[]): Promise<void>;
  remove(positions: readonly number[]): Promise<void>;
}
