import { expect, test } from 'vitest';
import { hclName, hclString, sh } from './remediation.ts';

test('a shell gets a plain name as it is and anything else quoted', () => {
  expect(sh`aws s3 rb s3://${'acme-logs'}`).toBe('aws s3 rb s3://acme-logs');
  expect(sh`echo ${"it's; rm -rf $HOME"}`).toBe(`echo 'it'\\''s; rm -rf $HOME'`);
  expect(sh`echo ${''}`).toBe(`echo ''`);
});

test('backslashes of the command itself stay', () => {
  expect(sh`aws iam \
  ${'x'}`).toBe('aws iam \\\n  x');
});

test('Terraform gets no interpolation from a name', () => {
  expect(hclString('a"${file("/etc/passwd")}%{ if }')).toBe('"a\\"$${file(\\"/etc/passwd\\")}%%{ if }"');
});

test('Terraform names are valid', () => {
  expect(hclName('2024.acme-logs')).toBe('_2024_acme_logs');
});
