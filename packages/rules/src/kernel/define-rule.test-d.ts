import { isCollected } from '@plumbline/model';
import { expectTypeOf, test } from 'vitest';
import { defineRule } from './define-rule.ts';
import { pass, unknown, type Outcome } from './outcome.ts';
import { days } from './parameter.ts';
import { account, optional, relationToMany, relationToOne } from './relation.ts';

const text = {
  id: 'aws-ec2-security-group-probe',
  title: 'Probes',
  description: '',
  risk: '',
  attack: '',
  audit: { console: [''], cli: () => '', good: '' },
  severity: 'low',
  categories: ['network'],
  controls: {},
  remediation: {
    summary: '',
    impact: '',
    effort: 'minutes',
    console: [''],
    cli: () => '',
    terraform: () => '',
    cloudformation: () => '',
    docs: '',
  },
} as const;

const instances = relationToMany({
  from: 'AWS::EC2::SecurityGroup',
  reads: ['securityGroup'],
  to: 'AWS::EC2::Instance',
  facets: ['instance'],
  keys: ({ instance }) => (instance.SecurityGroups ?? []).flatMap(({ GroupId }) => GroupId ?? []),
  lookup: ({ securityGroup }) => [securityGroup.GroupId ?? ''],
  project: ({ instance }) => ({ instance: { PublicIpAddress: instance.PublicIpAddress } }),
});

test('a rule sees the facets that it reads, typed as the vendor types them', () => {
  defineRule({
    ...text,
    resource: 'AWS::S3::Bucket',
    reads: ['publicAccessBlock'],
    evaluate: (facets) => {
      expectTypeOf(facets.publicAccessBlock?.BlockPublicAcls).toEqualTypeOf<boolean | undefined>();
      // @ts-expect-error: not declared in `reads`
      void facets.policy;
      return pass;
    },
  });
});

test('a facet or type that does not exist does not compile', () => {
  defineRule({
    ...text,
    resource: 'AWS::S3::Bucket',
    // @ts-expect-error: buckets have no such facet
    reads: ['passwordPolicy'],
    evaluate: () => pass,
  });
  defineRule({
    ...text,
    // @ts-expect-error: no such type
    resource: 'AWS::S3::Bucktet',
    reads: [],
    evaluate: () => pass,
  });
});

test('a facet that a rule may read must be asked whether it is there', () => {
  defineRule({
    ...text,
    resource: 'AWS::S3::Bucket',
    reads: ['policy'],
    mayRead: ['acl', 'publicAccessBlock'],
    evaluate: ({ policy, acl, publicAccessBlock }) => {
      expectTypeOf(policy?.Version).toEqualTypeOf<string | undefined>();
      // @ts-expect-error: it may be NotRead
      void acl.Grants;
      if (!isCollected(acl)) return unknown(acl.notCollected);
      expectTypeOf(acl.Grants).not.toBeAny();
      if (isCollected(publicAccessBlock)) void publicAccessBlock?.BlockPublicAcls;
      return pass;
    },
  });
});

test('a control id that no catalogue has does not compile', () => {
  // @ts-expect-error: FSBP has no S3.800
  defineRule({ ...text, controls: { fsbp: ['S3.800'] }, resource: 'AWS::S3::Bucket', reads: [], evaluate: () => pass });
});

test('a rule is handed what its relations keep, and nothing else', () => {
  defineRule({
    ...text,
    resource: 'AWS::EC2::SecurityGroup',
    reads: ['securityGroup'],
    needs: { instances, account: account('s3PublicAccessBlock') },
    evaluate: (_facets, { instances, account }) => {
      expectTypeOf(instances[0]?.facets.instance.PublicIpAddress).toEqualTypeOf<string | undefined>();
      expectTypeOf(account?.facets.s3PublicAccessBlock?.BlockPublicAcls).toEqualTypeOf<boolean | undefined>();
      // @ts-expect-error: the projection leaves it out
      void instances[0]?.facets.instance.ImageId;
      return pass;
    },
  });
});

test('an optional relation must be asked whether it is there', () => {
  defineRule({
    ...text,
    resource: 'AWS::EC2::SecurityGroup',
    reads: ['securityGroup'],
    needs: { instances: optional(instances) },
    evaluate: (_facets, { instances }) => {
      // @ts-expect-error: it may be NotRead
      void instances[0];
      if (isCollected(instances)) void instances[0]?.facets.instance.PublicIpAddress;
      return pass;
    },
  });
});

test('a relation from another type does not compile', () => {
  defineRule({
    ...text,
    resource: 'AWS::S3::Bucket',
    reads: [],
    // @ts-expect-error: the relation starts at security groups
    needs: { instances },
    evaluate: () => pass,
  });
});

test('a relation reads only the facets that it declares', () => {
  relationToOne({
    from: 'AWS::S3::Bucket',
    to: 'AWS::EC2::Snapshot',
    facets: ['snapshot'],
    lookup: () => [],
    // @ts-expect-error: not declared
    project: ({ createVolumePermissions }) => createVolumePermissions,
  });
});

test('parameters have the type of their default', () => {
  defineRule({
    ...text,
    resource: 'AWS::S3::Bucket',
    reads: [],
    parameters: { maxAgeDays: days('', 90) },
    evaluate: (_facets, { parameters, now }) => {
      expectTypeOf(parameters.maxAgeDays).toEqualTypeOf<number>();
      expectTypeOf(now).toEqualTypeOf<Date>();
      return pass;
    },
  });
});

test('a failure without evidence, or a changed severity without a reason, does not compile', () => {
  // @ts-expect-error: no evidence
  const bare: Outcome = { status: 'fail', message: '', evidence: [] };
  const evidence = [{ pointer: '', expected: '' }] as const;
  // @ts-expect-error: no reason
  const silent: Outcome = { status: 'fail', message: '', severity: { is: 'low' }, evidence };
  void [bare, silent];
});
