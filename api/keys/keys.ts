import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { createLocalJWKSet, type JWK, type JWTVerifyGetKey } from "jose";
import { type KeyPlace, Vault } from "./vault.ts";

/** Every key of the service, by what it is for. See docs/adr/0003 for where each lies and when it dies. */
export interface Keys {
  /** Public keys of organisers, to verify their bearer tokens. */
  organiser: JWTVerifyGetKey;
  /** Signs and verifies the short tokens of devices. */
  deviceToken(): Promise<Uint8Array<ArrayBuffer>>;
  /** Signs and verifies the tokens of codes shown at windows. */
  windowToken(): Promise<Uint8Array<ArrayBuffer>>;
  /** HMAC of an enrolment code: a stolen registry yields no code. */
  enrolmentCode(code: string): Promise<string>;
  /** HMAC of a visit reference; its key belongs to one round and dies after the late window. */
  visit(round: string, reference: string): Promise<Uint8Array>;
  /** Label of device and day, for quarantine and burst review; never published. */
  deviceDay(device: string, day: string): Promise<Uint8Array>;
  destroyVisitKey(round: string): Promise<void>;
}

export interface KeySettings {
  place: KeyPlace;
  masterSecret: Uint8Array<ArrayBuffer>;
  organiserPublicKeys: JWK[];
}

const utf8 = new TextEncoder();
const mostLabels = 20_000;

export function createKeys({ place, masterSecret, organiserPublicKeys }: KeySettings): Keys {
  const vault = new Vault(place, masterSecret);
  const mac = async (name: string, ...parts: string[]) =>
    hmac(sha256, await vault.key(name), utf8.encode(JSON.stringify(parts)));
  const labels = new Map<string, Uint8Array>();
  /** A device asks for the label of today with each ballot. */
  async function deviceDay(device: string, day: string): Promise<Uint8Array> {
    const known = labels.get(`${day} ${device}`);
    if (known) return known;
    const label = await mac("device-day", device, day);
    if (labels.size >= mostLabels) labels.clear();
    labels.set(`${day} ${device}`, label);
    return label;
  }
  return {
    organiser: createLocalJWKSet({ keys: organiserPublicKeys }),
    deviceToken: () => vault.key("device-token"),
    windowToken: () => vault.key("window-token"),
    enrolmentCode: async (code) => hex(await mac("enrolment-code", code)),
    visit: (round, reference) => mac(`visit-${round}`, reference),
    deviceDay,
    destroyVisitKey: (round) => vault.destroy(`visit-${round}`),
  };
}

function hex(raw: Uint8Array): string {
  return Array.from(raw, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
