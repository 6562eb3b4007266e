import type { PolicyStatement } from '@plumbline/model';
import { hclName, hclString, sh, type Remediation, type RemediationTarget } from '../kernel/remediation.ts';
import { hclDocument, policyJson } from './narrow-policy.ts';

/** The forms that give a role a trust policy of one statement. */
export function trustFixes(
  statement: (target: RemediationTarget) => PolicyStatement,
): Pick<Remediation, 'cli' | 'terraform' | 'cloudformation'> {
  return {
    cli: (target) => `# It replaces the whole trust policy: add the statements that stay.
${sh`aws iam update-assume-role-policy --role-name ${target.name} --policy-document ${policyJson(statement(target))}`}`,
    terraform: (target) => `resource "aws_iam_role" "${hclName(target.name)}" {
  name               = ${hclString(target.name)}
  assume_role_policy = jsonencode(${hclDocument(statement(target))})
}`,
    cloudformation: (target) => `Role:
  Type: AWS::IAM::Role
  Properties:
    RoleName: ${JSON.stringify(target.name)}
    AssumeRolePolicyDocument: ${policyJson(statement(target))}`,
  };
}
