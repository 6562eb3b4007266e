import type { AssessmentKind, EvaluationResult, GapKind, ScanPhase, ScanStatus, RequirementStatus } from './graphql.ts';

export const RESULT_LABELS: Readonly<Record<EvaluationResult, string>> = {
  FAIL: 'Failing',
  UNKNOWN: 'Could not be evaluated',
  PASS: 'Fixed',
  NOT_APPLICABLE: 'No longer applies',
};

export const REQUIREMENT_LABELS: Readonly<Record<RequirementStatus, string>> = {
  FAILED: 'Failed',
  UNKNOWN: 'Unknown',
  PASSED: 'Passed',
  MANUAL_PENDING: 'Needs a person',
  NOT_COVERED: 'Not covered',
  NO_DATA: 'Nothing to look at',
};

export const ASSESSMENT_LABELS: Readonly<Record<AssessmentKind, string>> = {
  AUTOMATED: 'Decided by rules',
  PARTIAL: 'Decided in part',
  MANUAL: 'Needs a person',
  UNCOVERED: 'No rule yet',
};

export const STATUS_LABELS: Readonly<Record<ScanStatus, string>> = {
  QUEUED: 'Queued',
  RUNNING: 'Running',
  SUCCEEDED: 'Succeeded',
  PARTIAL: 'Partial',
  FAILED: 'Failed',
  CANCELLED: 'Cancelled',
};

export const PHASE_LABELS: Readonly<Record<ScanPhase, string>> = {
  WAITING: 'Waiting for its turn',
  CONNECTING: 'Opening the source',
  COLLECTING: 'Reading resources',
  EVALUATING: 'Evaluating rules',
  CORRELATING: 'Following relations',
  FINISHING: 'Saving results',
  DONE: 'Done',
};

export const GAP_LABELS: Readonly<Record<GapKind, string>> = {
  PERMISSION: 'Permission missing',
  THROTTLED: 'Throttled',
  REGION_DISABLED: 'Region disabled',
  UNSUPPORTED: 'Not supported',
  TIMEOUT: 'Timed out',
  MALFORMED: 'Malformed answer',
  NOT_RECORDED: 'Not in the snapshot',
  FAULT: 'Rule fault',
};

export function isActive(status: ScanStatus): boolean {
  return status === 'QUEUED' || status === 'RUNNING';
}

const SERVICE_LABELS: Readonly<Record<string, string>> = {
  account: 'Account',
  ec2: 'EC2',
  iam: 'IAM',
  kms: 'KMS',
  rds: 'RDS',
  s3: 'S3',
  vpc: 'VPC',
};

/** A service's slug as people write it. */
export function serviceLabel(slug: string): string {
  return SERVICE_LABELS[slug] ?? slug;
}
