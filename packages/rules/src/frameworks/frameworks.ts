import { CIS_AWS } from './cis-aws.ts';
import type { Framework } from './framework.ts';
import { FSBP } from './fsbp.ts';
import { NIST_800_53 } from './nist-800-53-r5.ts';
import { NIST_CSF } from './nist-csf-2.ts';

/** Every framework in every version that is here; of several versions the newest first. */
export const FRAMEWORKS: readonly Framework[] = [...CIS_AWS, FSBP, NIST_800_53, NIST_CSF];
