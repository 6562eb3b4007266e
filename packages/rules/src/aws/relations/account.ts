import { relationToMany, relationToOne } from '../../kernel/relation.ts';

/** AWS's policy for working with AWS Support, which is recorded where it is attached. */
export const supportPolicy = relationToOne({
  from: 'AWS::Account',
  to: 'AWS::IAM::ManagedPolicy',
  facets: ['authorizationDetails'],
  lookup: (_facets, _account, { partition }) => [`arn:${partition}:iam::aws:policy/AWSSupportAccess`],
  project: ({ authorizationDetails: { AttachmentCount } }) => ({ authorizationDetails: { AttachmentCount } }),
});

/** The account's access analyzers, in every region that was read. */
export const analyzers = relationToMany({
  from: 'AWS::Account',
  to: 'AWS::AccessAnalyzer::Analyzer',
  facets: ['analyzer'],
  keys: () => ['analyzer'],
  lookup: () => ['analyzer'],
  project: ({ analyzer: { status, type } }) => ({ analyzer: { status, type } }),
});
