import type { Product } from './product.ts';

const PAGE = `query ($query: String!, $after: String) {
  findings(query: $query, first: 50, after: $after) {
    totalCount
    severityCounts { critical high medium low info }
    facets(fields: [SEVERITY, SERVICE, ACCOUNT, REGION, RESOURCE_TYPE, RULE, RESULT]) { field values { value label count } }
    nodes { id message severity result stale service region firstSeenAt rule { id title } resource { id name type } }
    pageInfo { hasNextPage endCursor }
  }
}`;
const WALK = `query ($query: String!, $after: String) {
  findings(query: $query, first: 500, after: $after) { pageInfo { endCursor } }
}`;

interface Page {
  readonly findings: {
    readonly totalCount: number;
    readonly nodes: readonly unknown[];
    readonly pageInfo: { readonly endCursor: string | null };
  };
}

/** A page of findings as the dashboard asks for it, with counts and facets. @param query as the filter bar takes it */
export async function findingsPage(
  product: Product,
  query: string,
  after: string | null = null,
): Promise<Page['findings']> {
  return (await product.ask<Page>(PAGE, { query, after })).findings;
}

/** The cursor of the page that comes after so many findings. */
export async function deepCursor(product: Product, query: string, depth: number): Promise<string | null> {
  let after: string | null = null;
  for (let passed = 0; passed < depth; passed += 500)
    after = (await product.ask<Page>(WALK, { query, after })).findings.pageInfo.endCursor;
  return after;
}

const SEVERITIES = ['critical', 'high', 'medium', 'low', 'critical,high', 'medium,low'];
const SERVICES = ['s3', 'ec2', 'iam', 's3,ec2'];

/** Every pair of severities and services. */
export const BY_SEVERITY_AND_SERVICE: readonly string[] = SEVERITIES.flatMap((severity) =>
  SERVICES.map((service) => `severity:${severity} service:${service}`),
);

/** Each of them by a word of names, and by a tag. */
export const BY_TEXT_OR_TAG: readonly string[] = SEVERITIES.flatMap((severity) =>
  ['orders-ingest', 'identity', 'tag:team=billing', 'tag:env=dev'].map((more) => `severity:${severity} ${more}`),
);

/** How long each of the queries takes, one after the other, so many rounds, in milliseconds. */
export async function timesOf(
  product: Product,
  queries: readonly string[],
  { rounds, after = null }: { readonly rounds: number; readonly after?: string | null },
): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++)
    for (const query of queries) {
      const start = performance.now();
      await findingsPage(product, query, after);
      times.push(performance.now() - start);
    }
  return times;
}
