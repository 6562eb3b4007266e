import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { CATALOGUE } from '@plumbline/model';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rules } from '../../src/registry.generated.ts';
import { createRule } from './create-rule.ts';
import { readRequest } from './rule-request.ts';

const packageRoot = path.resolve(import.meta.dirname, '../..');
const tools = path.resolve(packageRoot, '../../node_modules');

describe('a new rule', () => {
  let scratch = '';
  let src = '';
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  /** A copy of the package without its rules, so that nothing but the new one is compiled and tested. */
  beforeAll(async () => {
    scratch = mkdtempSync(path.join(os.tmpdir(), 'plumbline-create-rule-'));
    src = path.join(scratch, 'src');
    for (const entry of ['src/kernel', 'src/lib', 'src/frameworks', 'src/posture', 'src/testing/test-rule.ts'])
      cpSync(path.join(packageRoot, entry), path.join(scratch, entry), { recursive: true });
    const config = { extends: path.join(packageRoot, 'tsconfig.json'), include: ['src/aws'] };
    writeFileSync(path.join(scratch, 'tsconfig.json'), JSON.stringify(config));
    writeFileSync(path.join(scratch, 'package.json'), '{"type":"module"}');
    symlinkSync(tools, path.join(scratch, 'node_modules'));
    for (const [service, name] of NEW) await createRule(src, ['aws', service, name]);
  });

  const NEW = [
    ['s3', 'bucket-does-something'],
    ['ec2', 'vpc-endpoint-does-something'],
    ['account', 'root-does-something'],
  ] as const;

  function run(tool: string, ...words: readonly string[]) {
    const { status, stdout } = spawnSync(process.execPath, [path.join(tools, tool), ...words], {
      cwd: scratch,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    });
    return { status, stdout };
  }

  test('compiles', { timeout: 60_000 }, () => {
    expect(run('typescript/bin/tsc', '--noEmit', '--incremental', 'false')).toEqual({ status: 0, stdout: '' });
  });

  test('fails its test, both what passes and what fails, until it is filled in', { timeout: 60_000 }, () => {
    const { status, stdout } = run('vitest/vitest.mjs', 'run', 'bucket-does-something', '--reporter=verbose');
    expect(status).toBe(1);
    expect(stdout).toMatch(/× .*passes: TODO/);
    expect(stdout).toMatch(/× .*fails: TODO/);
  });

  test('is in the registry, with the others', () => {
    const registry = readFileSync(path.join(src, 'registry.generated.ts'), 'utf8');
    for (const name of ['bucketDoesSomething', 'vpcEndpointDoesSomething', 'rootDoesSomething'])
      expect(registry).toContain(`  ${name},`);
  });

  test('does not write over one that is there', async () => {
    const before = readFileSync(path.join(src, 'aws/s3/bucket-does-something.ts'), 'utf8');
    await expect(createRule(src, ['aws', 's3', 'bucket-does-something'])).rejects.toThrow('is there already');
    expect(readFileSync(path.join(src, 'aws/s3/bucket-does-something.ts'), 'utf8')).toBe(before);
  });
});

describe('what the words ask for', () => {
  test.each([
    [['aws', 's3', 'bucket-does-something'], 'AWS::S3::Bucket'],
    [['aws', 'ec2', 'vpc-endpoint-does-something'], 'AWS::EC2::VPCEndpoint'],
    [['aws', 'ec2', 'vpc-does-something'], 'AWS::EC2::VPC'],
    [['aws', 'ec2', 'account-does-something'], 'AWS::Account'],
    [['aws', 'account', 'root-does-something'], 'AWS::Account'],
    [['aws', 'iam', 'policy-does-something', 'AWS::IAM::ManagedPolicy'], 'AWS::IAM::ManagedPolicy'],
  ])('%j is about %s', (words, type) => {
    expect(readRequest(words).type).toBe(type);
  });

  test.each([
    [[], 'npm run create-rule -- aws SERVICE SUBJECT-PREDICATE'],
    [['azure', 's3', 'bucket-does-something'], 'There are rules for aws only'],
    [['aws', 's4', 'bucket-does-something'], 'There is no service s4: use account, ec2, iam, s3.'],
    [['aws', 's3', 'BucketDoesSomething'], 'use lower-case words with hyphens'],
    [['aws', 's3', '../../bucket-does'], 'use lower-case words with hyphens'],
    [['aws', 'iam', 'policy-does-something'], 'It is not clear what policy-does-something is about'],
    [['aws', 'iam', 'policy-does-something', 'AWS::IAM::Policy'], 'There is no resource type AWS::IAM::Policy'],
  ])('%j is answered with what to write', (words, message) => {
    expect(() => readRequest(words)).toThrow(message);
  });

  test.each(rules.map(({ id, resource }) => [id, resource] as const))(
    '%s lies where it would be made',
    (id, resource) => {
      const [, provider = '', service = '', name = ''] = /^(\w+)-(\w+)-(.+)$/.exec(id) ?? [];
      expect(readRequest([provider, service, name, resource])).toEqual({ provider, service, name, type: resource });
      expect(CATALOGUE).toHaveProperty([resource]);
    },
  );
});
