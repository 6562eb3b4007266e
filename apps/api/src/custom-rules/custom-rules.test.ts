import { appendFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bucket } from '@plumbline/model/testing';
import { expect, test } from 'vitest';
import { snapshotText } from '../testing/scans.ts';
import { scratch } from '../testing/scratch.ts';
import { freePort, spawnProduct } from '../testing/spawn-product.ts';

const EXAMPLES = fileURLToPath(new URL('../../../../examples/rules', import.meta.url));
const KEY = 'custom-bucket-keeps-versions';
const RULE = `import { defineRule, pass } from '@plumbline/rules';
export const rule = defineRule({
  id: 'custom-probe', title: 'Probes', description: 'It probes.', risk: 'None.', attack: 'None.', severity: 'low',
  categories: ['network'], resource: 'AWS::S3::Bucket', reads: ['versioning'], controls: {},
  audit: { console: ['Look.'], cli: () => 'true', good: 'Good.' },
  remediation: { summary: 'Mend it.', impact: 'None.', effort: 'minutes', console: ['Do.'], cli: () => 'true',
    terraform: () => '{}', cloudformation: () => '{}', docs: 'https://example.com/' },
  evaluate: () => pass,
});
`;

/** The built product on data and rules of the test's, and what it answers. */
async function startWith({ data, rules }: { data: string; rules: string }) {
  const port = await freePort();
  const product = spawnProduct(data, { PORT: String(port), PLUMBLINE_RULES: rules });
  const said = await product.ready;
  const ask = async (query: string) => {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const answer = (await response.json()) as { readonly data: unknown; readonly errors?: unknown };
    expect(answer.errors).toBeUndefined();
    return answer.data;
  };
  const stop = async () => {
    product.kill('SIGTERM');
    return product.ended;
  };
  return { said, ask, stop, ended: product.ended };
}

const SCAN = 'mutation { startScan(input: { waitSeconds: 60 }) { scan { status failure { code hint } } } }';
const FINDINGS = `{ findings(filter: { rule: ["${KEY}"] }) { nodes { result message rule { key source } } } }`;
const open = { result: 'FAIL', message: expect.stringContaining('does not keep versions') as string };
const found = { findings: { nodes: [{ ...open, rule: { key: KEY, source: 'CUSTOM' } }] } };

test("a user's rule is evaluated, told apart, and its findings wait while it is not loaded", async () => {
  const [data, rules, empty] = [scratch(), path.join(scratch(), 'rules'), scratch()];
  cpSync(EXAMPLES, rules, { recursive: true });
  mkdirSync(path.join(data, 'snapshots'));
  writeFileSync(path.join(data, 'snapshots/acme.ndjson'), snapshotText({ resources: [bucket()] }));

  const first = await startWith({ data, rules });
  expect(first.said).toMatch(/^Plumbline is ready/);
  expect(await first.ask('{ rules(filter: { source: [CUSTOM] }) { nodes { key source } } }')).toEqual({
    rules: { nodes: [{ key: KEY, source: 'CUSTOM' }] },
  });
  await first.ask('mutation { addAccount(input: { provider: AWS, snapshot: "acme.ndjson" }) { errors { message } } }');
  await first.ask(SCAN);
  expect(await first.ask(FINDINGS)).toEqual(found);

  appendFileSync(path.join(rules, 'bucket-keeps-versions.ts'), '\n// another one');
  expect(await first.ask(SCAN)).toMatchObject({
    startScan: {
      scan: { status: 'FAILED', failure: { code: 'RULES_CHANGED', hint: 'Start Plumbline again to load them.' } },
    },
  });
  expect(await first.stop()).toEqual({ code: 0, stderr: '' });

  const without = await startWith({ data, rules: empty });
  await without.ask(SCAN);
  expect(await without.ask('{ rules(filter: { source: [CUSTOM] }) { totalCount } }')).toEqual({
    rules: { totalCount: 0 },
  });
  await without.stop();

  const again = await startWith({ data, rules });
  expect(await again.ask(FINDINGS)).toEqual(found);
});

test.each([
  ['no-code.ts', 'export const = 1;', /no-code\.ts cannot be loaded: .+/],
  ['throws.mjs', '\nthrow new Error("no such thing");', /throws\.mjs cannot be loaded: no such thing \(line 2\)/],
  ['missing.js', 'import "./gone.js";', /missing\.js cannot be loaded: Cannot find module/],
  ['empty.ts', 'export const rule = {};', /empty\.ts exports no rule: `export const … = defineRule/],
  ['id.ts', RULE.replace('custom-probe', 'aws-s3-probe'), /id\.ts: its id must be custom- and words .* "aws-s3-probe"/],
  ['type.ts', RULE.replace('S3::Bucket', 'S3::Bukket'), /type\.ts: there is no resource type "AWS::S3::Bukket"/],
  ['facet.ts', RULE.replace('versioning', 'versions'), /facet\.ts: AWS::S3::Bucket has no facet "versions"/],
  ['text.js', RULE.replace("title: 'Probes',", ''), /text\.js: its title must be a text/],
  ['twice.ts', `${RULE}export const other = defineRule({ ...rule });`, /twice\.ts: there are two rules custom-probe/],
])('a broken %s keeps it from starting, with the file and the reason', async (name, code, reason) => {
  const rules = scratch();
  writeFileSync(path.join(rules, name), code);
  const { code: status, stderr } = await (await startWith({ data: scratch(), rules })).ended;
  expect(status).toBe(1);
  expect(stderr).toMatch(reason);
  expect(stderr).toMatch(/^The rules in .* cannot be used, .*\n[^]*npm run test:rules -- .* tries them out\.\n$/);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('a directory that is not there is named', async () => {
  const rules = scratch();
  rmSync(rules, { recursive: true });
  const { ended } = await startWith({ data: scratch(), rules });
  expect((await ended).stderr).toBe(
    `The rules in ${rules} cannot be read: it is not there. Set PLUMBLINE_RULES to a directory, or leave it out.\n`,
  );
});
