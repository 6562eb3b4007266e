import type { PolicyDocument, PolicyStatement } from '@plumbline/model';
import * as fc from 'fast-check';
import { oddText } from './odd-values.ts';

const ACTIONS = [
  '*',
  's3:*',
  's3:GetObject',
  'S3:get*',
  'iam:PassRole',
  'iam:*Policy',
  'sts:AssumeRole',
  '?am:*',
  'ec2:RunInstances',
];
const ARNS = [
  '*',
  'arn:aws:s3:::acme-invoices',
  'arn:aws:s3:::acme-invoices/*',
  'arn:aws:iam::111122223333:role/*',
  'arn:aws:iam::*:role/invoice-worker',
  'arn:aws:iam::111122223333:user/ana.silva',
];
const PRINCIPALS = [
  '*',
  'arn:aws:iam::444455556666:root',
  '444455556666',
  'arn:aws:iam::111122223333:role/app',
  'AIDAEXAMPLE',
];
const KEYS = [
  'aws:SourceIp',
  'aws:PrincipalOrgID',
  'aws:SourceAccount',
  'AWS:SourceArn',
  'aws:SecureTransport',
  'iam:PassedToService',
  's3:x-amz-acl',
];
const OPERATORS = [
  'StringEquals',
  'StringLike',
  'StringNotLikeIfExists',
  'IpAddress',
  'NotIpAddress',
  'Bool',
  'Null',
  'ArnLike',
  'ForAnyValue:StringEquals',
  'NumericLessThan',
  'DateGreaterThan',
];

const text = (...known: readonly string[]) => fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, oddText);
const oneOrMany = <T>(each: fc.Arbitrary<T>): fc.Arbitrary<T | T[]> => fc.oneof(each, fc.array(each, { maxLength: 3 }));
const principal = fc.oneof(
  text(...PRINCIPALS),
  fc.dictionary(
    text('AWS', 'Service', 'Federated', 'CanonicalUser'),
    oneOrMany(text(...PRINCIPALS, 'lambda.amazonaws.com')),
    { maxKeys: 3 },
  ),
);
const values = oneOrMany(
  fc.oneof(text('10.0.0.0/8', 'o-abc', '111122223333', 'true', '*'), fc.boolean(), fc.integer()),
);
const condition = fc.dictionary(text(...OPERATORS), fc.dictionary(text(...KEYS), values, { maxKeys: 2 }), {
  maxKeys: 2,
});

const statement: fc.Arbitrary<PolicyStatement> = fc.record(
  {
    Sid: oddText,
    Effect: text('Allow', 'Allow', 'Deny'),
    Principal: principal,
    NotPrincipal: principal,
    Action: oneOrMany(text(...ACTIONS)),
    NotAction: oneOrMany(text(...ACTIONS)),
    Resource: oneOrMany(text(...ARNS)),
    NotResource: oneOrMany(text(...ARNS)),
    Condition: condition,
  },
  { requiredKeys: [] },
);

/** Whatever fits the type of a policy document. */
export const policyDocument: fc.Arbitrary<PolicyDocument> = fc.record(
  {
    Version: text('2012-10-17', '2008-10-17'),
    Id: oddText,
    Statement: fc.oneof(statement, fc.array(statement, { maxLength: 4 })),
  },
  { requiredKeys: [] },
);
