/** Stands in for csv-parse's declaration, which pulls in Node's streams: only what portable code may use. */
export interface Options {
  bom?: boolean;
  columns?: false;
  delimiter?: string | string[];
  max_record_size?: number;
  relax_column_count?: boolean;
  skip_empty_lines?: boolean;
  to?: number;
  trim?: boolean;
}

export declare class CsvError extends Error {
  readonly code: string;
}

export declare function parse(input: string | Uint8Array, options?: Options): string[][];
