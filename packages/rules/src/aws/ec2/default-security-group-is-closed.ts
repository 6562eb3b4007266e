import { defineRule } from '../../kernel/define-rule.ts';
import { nonEmpty, notApplicable, pass } from '../../kernel/outcome.ts';
import { hclString, sh, type RemediationTarget } from '../../kernel/remediation.ts';
import { interfaceOfGroup } from '../relations/ec2.ts';

const LISTS = [
  {
    list: 'IpPermissions',
    word: 'inbound',
    command: 'revoke-security-group-ingress',
    asCreated: (group: string) => ({ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: group }] }),
  },
  {
    list: 'IpPermissionsEgress',
    word: 'outbound',
    command: 'revoke-security-group-egress',
    asCreated: () => ({ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }),
  },
] as const;

export const defaultSecurityGroupIsClosed = defineRule({
  id: 'aws-ec2-default-security-group-is-closed',
  title: 'Default security groups allow nothing',
  description:
    'The group named `default` of each VPC must have no inbound and no outbound rule, also none of those that AWS puts there. It weighs less while no network interface has the group.',
  risk: 'Whatever is launched without a security group gets the default one, and with its rules reaches everything else that was launched so. The group cannot be deleted, so only its emptiness keeps it from being used by mistake.',
  attack:
    'A small web server is launched in a hurry without a security group, and gets the default one, as others did before. Someone gets in through a hole in its software. The group lets its members talk to each other on every port, so they go on to databases and admin pages that were never meant for a web server, and its outbound rule lets out what they find.',
  audit: {
    console: [
      'Open EC2 → Security groups and choose the group named default of the VPC.',
      'See Inbound rules and Outbound rules.',
    ],
    cli: ({ region, localId }) =>
      sh`aws ec2 describe-security-groups --region ${region} --group-ids ${localId} --query 'SecurityGroups[].{IpPermissions:IpPermissions,IpPermissionsEgress:IpPermissionsEgress}'`,
    good: '`IpPermissions` and `IpPermissionsEgress` are both empty lists.',
  },
  severity: 'high',
  categories: ['network'],
  resource: 'AWS::EC2::SecurityGroup',
  reads: ['securityGroup'],
  needs: { interface: interfaceOfGroup },
  controls: { 'cis-aws': ['default-sg'], fsbp: ['EC2.2'] },
  remediation: {
    summary: 'Give what uses the default group a group of its own, and then remove all rules of the default group.',
    impact: 'What still has the default group loses its connections, those between its members included.',
    effort: 'hours',
    console: [
      'Open EC2 → Network interfaces, filter by the group, and give each interface found another group.',
      'Open EC2 → Security groups and choose the group.',
      'Inbound rules → Edit inbound rules: delete all and save.',
      'Outbound rules → Edit outbound rules: delete all and save.',
    ],
    cli: (target) => LISTS.flatMap((each) => revokeAll(target, each)).join('\n'),
    terraform: ({ evidence }) => {
      const vpc = evidence.find(({ pointer }) => pointer === '/securityGroup/VpcId')?.actual;
      return `# Without ingress and egress blocks it removes all rules.
resource "aws_default_security_group" "default" {
  vpc_id = ${hclString(typeof vpc === 'string' ? vpc : 'vpc-…')}
}`;
    },
    cloudformation: () =>
      '# CloudFormation can neither take over a default group nor remove the rules that AWS put there: use the commands.',
    docs: 'https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html',
  },

  evaluate: ({ securityGroup }, { interface: attached }) => {
    if (securityGroup.GroupName !== 'default') return notApplicable('It is not the default group of its VPC.');
    const open = LISTS.filter(({ list }) => (securityGroup[list] ?? []).length > 0);
    const evidence = nonEmpty(open.map(({ list }) => ({ pointer: `/securityGroup/${list}`, expected: 'is empty' })));
    if (!evidence) return pass;
    return {
      status: 'fail',
      message: `The default group of ${securityGroup.VpcId ?? 'its VPC'} has ${open.map(({ word }) => word).join(' and ')} rules.`,
      severity: attached === null ? { is: 'medium', because: 'No network interface has the group now.' } : undefined,
      evidence: [...evidence, { pointer: '/securityGroup/VpcId', expected: 'tells whose default it is', ok: true }],
    };
  },
});

function revokeAll(
  { region, localId, evidence }: RemediationTarget,
  { list, command, asCreated }: (typeof LISTS)[number],
): readonly string[] {
  const found = evidence.find(({ pointer }) => pointer === `/securityGroup/${list}`)?.actual;
  if (evidence.length > 0 && found === undefined) return [];
  const permissions = JSON.stringify(found ?? [asCreated(localId)]);
  return [`aws ec2 ${command} ${sh`--region ${region} --group-id ${localId} --ip-permissions ${permissions}`}`];
}
