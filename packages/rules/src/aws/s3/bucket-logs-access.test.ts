import { bucket, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { bucketLogsAccess } from './bucket-logs-access.ts';

const logs = bucket({ name: 'acme-logs' });
const into = (name: string, target: string) =>
  bucket({ name, logging: { TargetBucket: target, TargetPrefix: `${name}/` } });

testRule(bucketLogsAccess, {
  pass: [
    { name: 'logs to another bucket', resource: into('acme-orders', 'acme-logs'), with: [logs] },
    { name: 'a log bucket that logs too', resource: into('acme-logs', 'acme-logs-2'), with: [into('a', 'acme-logs')] },
    { name: 'logs to itself, which is unwise and logs', resource: into('acme-orders', 'acme-orders') },
  ],
  fail: [
    {
      name: 'no logging',
      resource: bucket(),
      with: [logs, into('acme-orders', 'acme-logs')],
      message: 'Server access logging is off.',
      severity: 'medium',
      pointers: ['/logging/TargetBucket'],
    },
    {
      name: 'no logging, and that of another bucket could not be read',
      resource: bucket(),
      with: [bucket({ name: 'acme-orders', logging: notCollected('s3:GetBucketLogging') })],
    },
  ],
  unknown: [
    {
      name: 'a setting that could not be read',
      resource: bucket({ logging: notCollected('s3:GetBucketLogging') }),
      missing: ['logging'],
    },
  ],
  notApplicable: [
    {
      name: 'a bucket that takes the logs of others',
      resource: logs,
      with: [into('acme-orders', 'acme-logs')],
      because: 'It takes the access logs of acme-orders.',
    },
  ],
});
