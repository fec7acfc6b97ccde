import { sha256 } from "@noble/hashes/sha2.js";
import { base64url } from "jose";
import type { RecordedBallot } from "../../store/ballot-writer.ts";

const utf8 = new TextEncoder();
const tag = utf8.encode("wanping-ballot-v1");

/** What a device keeps: the ballot's state, and a commitment that proves that it was recorded, never what it says. */
export function receiptOf(serial: string, recorded: RecordedBallot) {
  return {
    serial,
    round: recorded.round,
    state: recorded.state,
    commitment: base64url.encode(commitmentOf(recorded)),
  };
}

/** SHA-256 over tag, salt and the canonical ballot: everything that later proves whether a ballot was changed. */
export function commitmentOf(recorded: RecordedBallot): Uint8Array {
  const ballot = utf8.encode(canonicalBallot(recorded));
  const message = new Uint8Array(tag.length + recorded.salt.length + ballot.length);
  message.set(tag);
  message.set(recorded.salt, tag.length);
  message.set(ballot, tag.length + recorded.salt.length);
  return sha256(message);
}

/** RFC 8785 by construction: the answers are stored canonically, and the names stand in order. */
function canonicalBallot({ answers, ...rest }: RecordedBallot): string {
  const { channel, group, instrument, round, visitedOn } = rest;
  const others = JSON.stringify({ channel, group, instrument, round, visitedOn });
  return `{"answers":${answers},${others.slice(1)}`;
}
