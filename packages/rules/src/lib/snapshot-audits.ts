import { sh, type RemediationTarget } from '../kernel/remediation.ts';

/** Who may create volumes from a snapshot. */
export function readPermissions({ region, localId }: RemediationTarget): string {
  return sh`aws ec2 describe-snapshot-attribute --region ${region} --snapshot-id ${localId} --attribute createVolumePermission --query CreateVolumePermissions`;
}
