/** Stands in for libSQL's internal configuration type, whose real declaration pulls in Node's types. */
export type ExpandedConfig = never;
