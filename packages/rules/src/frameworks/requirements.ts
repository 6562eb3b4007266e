import { CIS_AWS_VERSIONS } from './cis-aws.data.ts';
import type { Controls } from './controls.ts';
import { FSBP_CONTROLS } from './fsbp.data.ts';
import { NIST_800_53_R5 } from './nist-800-53-r5.data.ts';
import { NIST_CSF_2 } from './nist-csf-2.data.ts';

/** A standard or benchmark in one version. */
export interface Framework {
  /** With its version: `cis-aws@6.0.0`. */
  readonly key: string;
  readonly name: string;
  readonly publisher: string;
  readonly version: string;
}

/** What a framework asks for, under the number it has in that version. */
export interface Requirement {
  /** `cis-aws@6.0.0/2.1.4` */
  readonly key: string;
  readonly framework: Framework;
  readonly number: string;
  readonly title: string;
  /** Profile, level or baseline from which on it is asked for; `null` where the framework has none. */
  readonly level: string | null;
}

const CIS_AWS = Object.entries(CIS_AWS_VERSIONS).map(([version, controls]) => ({
  framework: framework('cis-aws', version, 'CIS Amazon Web Services Foundations Benchmark', 'CIS'),
  controls,
}));
const FSBP = framework('fsbp', '1.0.0', 'AWS Foundational Security Best Practices', 'AWS');
const NIST_800_53 = framework('nist-800-53-r5', '5.2.0', 'NIST SP 800-53 Revision 5', 'NIST');
const NIST_CSF = framework('nist-csf-2', '2.0', 'NIST Cybersecurity Framework 2.0', 'NIST');

/** What controls are called in every version of every framework; a control of CIS AWS only in the versions that have it. */
export function requirementsOf(controls: Controls): readonly Requirement[] {
  return [
    ...CIS_AWS.flatMap(({ framework, controls: entries }) =>
      entries
        .filter((entry) => controls['cis-aws'].includes(entry.concept))
        .map((entry) => requirement(framework, entry.id, entry.title, `Level ${entry.level}`)),
    ),
    ...controls.fsbp.map((id) => requirement(FSBP, id, FSBP_CONTROLS[id].title, null)),
    ...controls['nist-800-53-r5'].map((id) => {
      const { title, baselines } = NIST_800_53_R5[id];
      return requirement(NIST_800_53, id, title, baselines[0] ?? null);
    }),
    ...controls['nist-csf-2'].map((id) => requirement(NIST_CSF, id, NIST_CSF_2[id], null)),
  ];
}

function framework(id: keyof Controls, version: string, name: string, publisher: string): Framework {
  return { key: `${id}@${version}`, name, publisher, version };
}

function requirement(framework: Framework, number: string, title: string, level: string | null): Requirement {
  return { key: `${framework.key}/${number}`, framework, number, title, level };
}
