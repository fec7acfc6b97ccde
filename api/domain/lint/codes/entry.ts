import type { Finding, Text } from "../../../../schema/programme.ts";

/** What a code says each time, with `{names}` of values to fill in, and why it is reported at all. */
export interface CodeEntry {
  severity: Finding["severity"];
  message: Text;
  explanation: Text;
}
