import { serviceOf, type ResourceType } from '@plumbline/model';
import type { RemediationTarget } from './remediation.ts';
import { subjectOf } from './subject.ts';

/** Stands for any resource of a type on a rule's own page: a bucket is `BUCKET_NAME`, a security group `SECURITY_GROUP_ID`. */
export function placeholderTarget(type: ResourceType): RemediationTarget {
  const word = subjectOf(type).replaceAll('-', '_').toUpperCase();
  return {
    id: `${word}_ARN`,
    // EC2 calls its resources by ids, others by names.
    localId: serviceOf(type) === 'ec2' ? `${word}_ID` : `${word}_NAME`,
    name: `${word}_NAME`,
    region: 'REGION',
    account: 'ACCOUNT_ID',
    partition: 'aws',
    evidence: [],
  };
}
