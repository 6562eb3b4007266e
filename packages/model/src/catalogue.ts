/** Where a facet comes from, and what it must look like at the least. */
export interface FacetSource {
  /** The API call that fills it, for example `s3:GetBucketEncryption`. */
  readonly call: string;
  /** The IAM action that call needs: not always the call's name, for example `s3:GetEncryptionConfiguration`. */
  readonly action: string;
  /** What a recorded value is, unless it is `null`. Anything else is taken as not collected (`MALFORMED`). */
  readonly shape: 'object' | 'list';
}

export interface ListingSource {
  readonly call: string;
  readonly action: string;
}

export interface TypeEntry {
  /** Service slug, for example `s3`. */
  readonly service: string;
  /** `regional`: listed once a region. `global`: listed once an account, under the region `global`. */
  readonly scope: 'global' | 'regional';
  readonly listing: ListingSource;
  readonly facets: Readonly<Record<string, FacetSource>>;
}

/** An entry for each type, a source for each of its facets: none missing, none too many. */
export type Catalogue<Types> = {
  readonly [Type in keyof Types]: TypeEntry & {
    readonly facets: { readonly [Name in keyof Types[Type]]: FacetSource };
  };
};
