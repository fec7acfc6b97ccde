export const organiserAudience = "wanping-organiser";

/** The longest that an organiser's token works from its `iat` on, whatever its `exp` says: one that leaked ends by itself. */
export const longestOrganiserTokenSeconds = 31 * 86_400;
