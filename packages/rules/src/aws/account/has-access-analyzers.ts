import { defineRule } from '../../kernel/define-rule.ts';
import { nonEmpty, pass } from '../../kernel/outcome.ts';
import { sh, type RemediationTarget } from '../../kernel/remediation.ts';
import { listed } from '../../lib/listed.ts';
import { analyzers } from '../relations/account.ts';

export const hasAccessAnalyzers = defineRule({
  id: 'aws-account-has-access-analyzers',
  title: 'IAM Access Analyzer looks for external access in every region',
  description:
    'Each region of the snapshot must have an analyzer for external access (of type ACCOUNT or ORGANIZATION) that is active. Those for unused or internal access do not count, nor does one that an administrator account of the organization runs: it is not listed here.',
  risk: 'A bucket, key or role that is opened to strangers is found by them first. The analyzer costs nothing and tells within the hour.',
  attack:
    'To share one file with a partner, somebody opens a bucket to everyone, in a region that few look at. An analyzer there would have reported it within the hour. Without one it stays open until a stranger who tries names finds it and copies what is in it.',
  audit: {
    console: [
      'Choose the region and open IAM → Access Analyzer → Analyzer settings.',
      'Look for an analyzer of external access whose status is active.',
      'Repeat it for each region.',
    ],
    cli: (target) =>
      missing(target)
        .map((region) => sh`aws accessanalyzer list-analyzers --region ${region}`)
        .join('\n'),
    good: 'In each region that is used, `analyzers` has one whose `type` is `ACCOUNT` or `ORGANIZATION` and whose `status` is `ACTIVE`.',
  },
  severity: 'medium',
  categories: ['identity', 'public-exposure'],
  resource: 'AWS::Account',
  reads: [],
  needs: { analyzers },
  controls: {
    'cis-aws': ['access-analyzer'],
    'nist-800-53-r5': ['AC-6(7)', 'CA-7', 'RA-5'],
    'nist-csf-2': ['DE.CM-09', 'ID.RA-01'],
  },
  remediation: {
    summary: 'Create an analyzer for external access in each region that has none.',
    impact: 'None: it reads policies, and is free of charge.',
    effort: 'minutes',
    console: [
      'Choose the region, open IAM → Access Analyzer → Analyzer settings → Create analyzer.',
      'Choose Resource analysis - External access and the current account.',
      'Repeat it for each region.',
    ],
    cli: (target) =>
      missing(target)
        .map(
          (region) =>
            sh`aws accessanalyzer create-analyzer --analyzer-name external-access --type ACCOUNT --region ${region}`,
        )
        .join('\n'),
    terraform: (target) =>
      missing(target)
        .map(
          (region) => `resource "aws_accessanalyzer_analyzer" "${region.replaceAll('-', '_')}" {
  region        = "${region}"
  analyzer_name = "external-access"
  type          = "ACCOUNT"
}`,
        )
        .join('\n\n'),
    cloudformation: () => `# A stack in each region, or a stack set:
Analyzer:
  Type: AWS::AccessAnalyzer::Analyzer
  Properties:
    AnalyzerName: external-access
    Type: ACCOUNT`,
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-getting-started.html',
  },

  evaluate: (_facets, { analyzers, snapshot }) => {
    const covered = new Set(
      analyzers.flatMap(({ region, facets: { analyzer } }) =>
        analyzer.status === 'ACTIVE' && (analyzer.type === 'ACCOUNT' || analyzer.type === 'ORGANIZATION') ? region : [],
      ),
    );
    const bare = snapshot.regions.filter((region) => !covered.has(region));
    const evidence = nonEmpty(
      bare.map((region) => ({
        pointer: `/external access analyzers/${region}`,
        expected: 'is an active analyzer for external access',
      })),
    );
    if (!evidence) return pass;
    return { status: 'fail', message: `No analyzer looks for external access in ${listed(bare)}.`, evidence };
  },
});

/** The regions that were found without one; on the rule's own page, one to begin with. */
function missing({ evidence }: RemediationTarget): readonly string[] {
  const regions = evidence.map(({ pointer }) => pointer.slice(pointer.lastIndexOf('/') + 1));
  return regions.length > 0 ? regions : ['us-east-1'];
}
