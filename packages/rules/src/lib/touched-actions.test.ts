import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { RUNS, SEED } from '../testing/fuzz/settings.ts';
import { touchesAction } from './policy-document.ts';
import { touchedActions } from './touched-actions.ts';

const GROUPS = [['s3:GetObject', 's3:GetObjectVersion'], ['s3:PutObject'], ['s3:DeleteBucketPolicy']];
const touched = touchedActions(GROUPS);

const action = fc.oneof(
  fc.constantFrom(
    '*',
    's3:*',
    'S3:getobject',
    's3:Get*',
    's3:Put*',
    's3:*Object',
    's3:?utObject',
    'ec2:*',
    '*:*Policy',
  ),
  fc.stringMatching(/^[a-z0-9*?]{0,3}:?[GetPuObjc*?]{0,8}$/),
);
const actions = fc.oneof(action, fc.array(action, { maxLength: 4 }));
const statement = fc.oneof(
  fc.record({ Action: actions }),
  fc.record({ NotAction: actions }),
  fc.record({ Action: actions, NotAction: actions }),
  fc.constant({}),
);

test('tells the groups of which a statement touches an action, whoever asked before', () =>
  fc.assert(
    fc.property(statement, (each) => {
      const groups = GROUPS.map((group) => group.some((one) => touchesAction(each, one)));
      expect(GROUPS.map((_, index) => (touched(each) & (1 << index)) !== 0)).toEqual(groups);
    }),
    { numRuns: RUNS * 50, seed: SEED },
  ));
