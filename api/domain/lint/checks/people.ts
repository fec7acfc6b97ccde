import type { Channel, Finding, Group, Programme } from "../../../../schema/programme.ts";
import { exact, exactText, one, sumOf } from "../../exact.ts";
import type { LintFacts } from "../check.ts";
import { finding } from "../finding.ts";
import { groupsOf } from "../parts.ts";

/** Channels on which the same right to vote comes back: a code, or an account. */
const withToken: ReadonlySet<Channel> = new Set(["sms", "letter", "web"]);
const withoutIdentity: ReadonlySet<Channel> = new Set(["kiosk", "qr", "paper", "system_default"]);

/** Ballots that may be replaced, where nobody could recognise the voter. */
export function impossibleRevotes(programme: Programme): Finding[] {
  return programme.instruments.flatMap((instrument, index) => {
    if (instrument.revote === "none") return [];
    const at = `/instruments/${index}/revote`;
    const ofVisit = instrument.kind === "levels" && instrument.onePerVisit === true;
    const voters = programme.streams
      .filter((stream) => stream.instrument === instrument.id)
      .flatMap(({ id }) => groupsOf(programme, id));
    const unknown = [...new Set(voters)].filter(
      ({ channels }) => !channels.some((channel) => withToken.has(channel)),
    );
    return [
      ...(ofVisit ? [finding("revote_of_visit", at)] : []),
      ...unknown.map(({ id }) => finding("revote_not_possible", at, { group: id })),
    ];
  });
}

/** Anonymity that a group's channels cannot keep. */
export function impossibleAnonymity(programme: Programme): Finding[] {
  const kept = ({ anonymity, channels }: Group) => {
    if (anonymity === "no-identity")
      return channels.every((channel) => withoutIdentity.has(channel));
    if (anonymity === undefined || anonymity === "pseudonymous") return true;
    return channels.some((channel) => withToken.has(channel));
  };
  return programme.groups.flatMap((group, index) =>
    kept(group)
      ? []
      : [
          finding("anonymity_not_possible", `/groups/${index}/anonymity`, {
            group: group.id,
            anonymity: group.anonymity ?? "",
          }),
        ],
  );
}

/** Groups so small that nothing about them may be published. */
export function smallGroups({ groups, disclosure: { threshold } }: Programme): Finding[] {
  return groups.flatMap(({ id, quota, draw }, index) => {
    const small = (size: number | undefined, part: string) =>
      size === undefined || size >= threshold
        ? []
        : [
            finding("group_below_threshold", `/groups/${index}/${part}`, {
              group: id,
              size,
              threshold,
            }),
          ];
    const byQuota = small(quota, "quota");
    return byQuota.length > 0 ? byQuota : small(draw?.size, "draw/size");
  });
}

/** Quotas that a draw, or the roster as handed in, cannot fill. */
export function unfillableQuotas({ groups }: Programme, { rosters = {} }: LintFacts): Finding[] {
  return groups.flatMap(({ id, quota, draw }, index) => {
    const short = (wanted: number | undefined, size: number | undefined, part: string) =>
      wanted === undefined || size === undefined || size >= wanted
        ? []
        : [
            finding("quota_unfillable", `/groups/${index}/${part}`, {
              group: id,
              quota: wanted,
              size,
            }),
          ];
    const byDraw = short(quota, draw?.size, "draw/size");
    if (byDraw.length > 0) return byDraw;
    return short(
      draw?.size ?? quota,
      rosters[id],
      draw?.size === undefined ? "quota" : "draw/size",
    );
  });
}

/** A mix of invited people that is not a whole. */
export function incompleteShares({ groups }: Programme): Finding[] {
  const shares = groups.flatMap(({ share }) => (share === undefined ? [] : [exact(share)]));
  const sum = sumOf(shares);
  if (shares.length === 0 || sum.equals(one)) return [];
  return [finding("shares_not_one", "/groups", { sum: exactText(sum) })];
}
