// Which code may import which. The table and its reasons: docs/architecture.md.

/** Code that only tests and the tools run. */
const notProduct = String.raw`\.test(-d)?\.tsx?$|/testing(/|\.ts$)|/scripts/|/bench/|\.config\.ts$|^fixtures/|^e2e/`;
/** What runs without being imported. */
const entries = [
  String.raw`^packages/[^/]+/src/(index|testing|examples)\.ts$`,
  String.raw`^apps/api/src/(main|print-schema)\.ts$`,
  String.raw`^apps/api/src/.*worker\.ts$`,
  String.raw`^apps/web/src/(main|graphiql)\.tsx$`,
];
const packages = String.raw`^(packages|apps|fixtures|e2e)/`;

/** @param {string} from @param {string[]} allowed what it may import of the workspace, as patterns */
function mayImport(from, ...allowed) {
  return {
    name: `imports-of-${from.slice(0, -1).replace('/', '-')}`,
    severity: 'error',
    comment: `${from} may import, of this repository, only: ${allowed.join(', ') || 'nothing'}.`,
    from: { path: `^${from}` },
    to: { path: packages, pathNot: [from, ...allowed].map((pattern) => `^${pattern}`) },
  };
}

// oxlint-disable-next-line import/no-default-export -- dependency-cruiser reads the default export
export default {
  forbidden: [
    mayImport('packages/model/'),
    mayImport('packages/query/'),
    mayImport('packages/rules/', 'packages/model/'),
    mayImport('packages/collector/', 'packages/model/'),
    mayImport('packages/report/', 'packages/(model|rules)/'),
    mayImport('apps/api/', 'packages/'),
    mayImport('apps/cli/', 'packages/'),
    mayImport('apps/web/', 'packages/(query|rules|model)/', String.raw`apps/api/\w+\.graphql$`),
    mayImport('fixtures/', 'packages/(model|rules)/'),
    mayImport('e2e/'),
    {
      name: 'rules-in-the-browser-only-in-the-lab',
      severity: 'error',
      comment: 'The dashboard gets what rules say from the API; only the lab runs them in the page.',
      from: { path: '^apps/web/', pathNot: '^apps/web/src/features/lab/' },
      to: { path: '^packages/(rules|model)/' },
    },
    {
      name: 'no-deep-import',
      severity: 'error',
      comment: 'Import a package by its name: its `exports` are all that others may use.',
      from: { path: '^(packages|apps)/([^/]+)/' },
      to: { path: '^(packages|apps)/[^/]+/', pathNot: ['^$1/$2/', '\\.graphql$'], dependencyTypes: ['local'] },
    },
    {
      name: 'no-deep-import-of-fixtures-and-tests',
      severity: 'error',
      comment: 'Import a package by its name: its `exports` are all that others may use.',
      from: { path: '^(fixtures|e2e)/' },
      to: { path: '^(packages|apps)/', dependencyTypes: ['local'] },
    },
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'Types may refer to each other; code that runs may not.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'features-stand-alone-in-web',
      severity: 'error',
      comment: 'What two features need belongs to components/ or lib/.',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'features-stand-alone-in-api',
      severity: 'error',
      comment:
        'A feature shows others its GraphQL types and its services (the rules feature, which has no table, its rule-*.ts). ' +
        'Its repositories and resolvers, and what helps them, are its own.',
      from: { path: '^apps/api/src/features/([^/]+)/', pathNot: notProduct },
      to: {
        path: '^apps/api/src/features/',
        pathNot: [
          '^apps/api/src/features/$1/',
          String.raw`\.(type|page|args|service|loader)\.ts$`,
          String.raw`^apps/api/src/features/rules/rule-[a-z]+\.ts$`,
        ],
      },
    },
    {
      name: 'sql-in-repositories',
      severity: 'error',
      comment: 'Only *.repository.ts, the store and the scan write SQL. A row’s type may go further.',
      from: { path: '^apps/', pathNot: [notProduct, '\\.repository\\.ts$', '^apps/api/src/(store|scan)/'] },
      to: { path: '^node_modules/(kysely|pg|pg-boss)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pure-packages',
      severity: 'error',
      comment: 'They run in a browser as they run on a server.',
      from: { path: '^packages/(model|rules|query|report)/src/', pathNot: notProduct },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'cloud-sdks-in-the-collector',
      severity: 'error',
      comment: 'Elsewhere only their types.',
      from: { path: packages, pathNot: ['^packages/collector/', notProduct] },
      to: { path: '^node_modules/(@aws-sdk|@azure|@google-cloud)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      from: { path: packages, pathNot: notProduct },
      to: { path: [String.raw`\.test\.tsx?$`, '/testing(/|\\.ts$)', '^fixtures/', '^e2e/'] },
    },
    {
      name: 'no-tools-in-the-product',
      severity: 'error',
      comment: 'What runs in the product is a dependency in its package.json, not a devDependency, not the root’s.',
      from: { path: packages, pathNot: notProduct },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-dead-code',
      severity: 'error',
      comment: 'No entry leads to it. Where it is an entry, say so here.',
      from: {
        path: entries,
      },
      to: {
        path: String.raw`^(packages|apps)/[^/]+/src/`,
        pathNot: [...entries, String.raw`\.test(-d)?\.tsx?$|/testing/|\.d\.ts$`],
        reachable: false,
      },
    },
  ],
  options: {
    parser: 'swc', // reads nothing with TypeScript 7, which has no API yet
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(packages|apps)/[^/]+/dist/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
