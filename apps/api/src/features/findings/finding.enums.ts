import { graphqlEnum } from '../../graphql/enum.ts';

const FACET_FIELDS = ['account', 'region', 'resource-type', 'result', 'rule', 'service', 'severity'] as const;
export type FindingFacetField = (typeof FACET_FIELDS)[number];

export const FindingFacetFieldEnum = graphqlEnum(
  'FindingFacetField',
  'Fields of a finding with counts.',
  FACET_FIELDS,
  {
    account: 'Account.',
    region: 'Region.',
    'resource-type': 'Resource type.',
    result: 'Result.',
    rule: 'Rule.',
    service: 'Service slug.',
    severity: 'Severity in force.',
  },
);

const DELTAS = ['new', 'reappeared', 'changed', 'unchanged', 'resolved'] as const;
export type FindingDelta = (typeof DELTAS)[number];

export const FindingDeltaEnum = graphqlEnum('FindingDelta', 'Change since the scan before.', DELTAS, {
  new: 'It fails for the first time, or can newly not be evaluated.',
  reappeared: 'It had been resolved, and fails again.',
  changed: 'It reads otherwise, or could not be looked at again.',
  unchanged: 'Nothing became of it.',
  resolved: 'It passes, or its resource is gone.',
});

const GROUP_FIELDS = ['account', 'region', 'resource', 'resource-type', 'rule', 'service'] as const;
export type FindingGroupField = (typeof GROUP_FIELDS)[number];

export const FindingGroupFieldEnum = graphqlEnum('FindingGroupField', 'Fields to group by.', GROUP_FIELDS, {
  account: 'Account.',
  region: 'Region.',
  resource: 'Resource.',
  'resource-type': 'Resource type.',
  rule: 'Rule.',
  service: 'Service slug.',
});

const ORDER_FIELDS = ['account', 'first-seen', 'resource', 'rule', 'service', 'severity'] as const;
export type FindingOrderField = (typeof ORDER_FIELDS)[number];

export const FindingOrderFieldEnum = graphqlEnum('FindingOrderField', 'Fields to order by.', ORDER_FIELDS, {
  account: "The account's name.",
  'first-seen': 'First seen failing.',
  resource: "The resource's name.",
  rule: "The rule's key.",
  service: 'Service slug.',
  severity: 'Severity in force; DESC gives the worst first.',
});

const DIRECTIONS = ['asc', 'desc'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const DirectionEnum = graphqlEnum('Direction', 'Ascending or descending.', DIRECTIONS, {
  asc: 'Lowest, first or oldest first.',
  desc: 'Highest, last or newest first.',
});
