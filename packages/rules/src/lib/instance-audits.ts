import { sh, type RemediationTarget } from '../kernel/remediation.ts';

/** What AWS says of an instance; `query`, in JMESPath, goes on from the instance. */
export function readInstance({ region, localId }: RemediationTarget, query: string): string {
  return sh`aws ec2 describe-instances --region ${region} --instance-ids ${localId} --query ${`Reservations[].Instances[].${query}`}`;
}

/** The policies of the role that an instance runs with, and the boundary of it. */
export function readRoleOfInstance({ region, localId }: RemediationTarget): string {
  return sh`profile=$(aws ec2 describe-instances --region ${region} --instance-ids ${localId} --query 'Reservations[].Instances[].IamInstanceProfile.Arn' --output text)
role=$(aws iam get-instance-profile --instance-profile-name "$(basename "$profile")" --query 'InstanceProfile.Roles[0].RoleName' --output text)
aws iam get-account-authorization-details --filter Role --query "RoleDetailList[?RoleName=='$role'].[AttachedManagedPolicies,RolePolicyList,PermissionsBoundary]"`;
}
