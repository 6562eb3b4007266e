import type { RemediationTarget, Rule } from '@plumbline/rules';
import type { Remediation, RemediationOption } from './remediation.type.ts';

/** A rule's remediation, written for a target. */
export function remediationFor({ remediation }: Rule, target: RemediationTarget): Remediation {
  const { summary, impact, effort } = remediation;
  const steps = remediation.console.map((step, index) => `${index + 1}. ${step}`).join('\n');
  const options: RemediationOption[] = [
    { kind: 'console', language: 'markdown', content: steps, caveat: null },
    { kind: 'cli', language: 'shell', content: remediation.cli(target), caveat: null },
    {
      kind: 'terraform',
      language: 'hcl',
      content: remediation.terraform(target),
      caveat: managedElsewhere('Terraform'),
    },
    {
      kind: 'cloudformation',
      language: 'yaml',
      content: remediation.cloudformation(target),
      caveat: managedElsewhere('CloudFormation'),
    },
  ];
  return { summary, impact, effort, options };
}

function managedElsewhere(tool: string): string {
  return `Where ${tool} manages the resource already, change it there: a second definition of it would fight the first.`;
}

/** The last part of an ARN: what most CLI commands ask for. Of an id that is no ARN, the whole. */
export function localIdOf(externalId: string): string {
  if (!externalId.startsWith('arn:')) return externalId;
  return externalId.split(/[:/]/).at(-1) ?? externalId;
}
