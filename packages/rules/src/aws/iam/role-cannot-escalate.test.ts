import { testRule } from '../../testing/test-rule.ts';
import { escalationCases } from '../../testing/escalation-cases.ts';
import { allow, holderOf } from '../../testing/holder.ts';
import { roleCannotEscalate } from './role-cannot-escalate.ts';

const cases = escalationCases('role');

testRule(roleCannotEscalate, {
  ...cases,
  pass: [
    ...cases.pass,
    {
      name: 'item 38: what only a user can do to itself',
      resource: holderOf('role', {
        inline: [allow({ Action: ['iam:PutUserPolicy', 'iam:AttachUserPolicy', 'iam:AddUserToGroup'] })],
      }),
    },
    {
      name: 'item 38: rights over itself that are no permissions',
      resource: holderOf('role', {
        inline: [
          allow({ Action: ['iam:TagRole', 'iam:UpdateRole*'], Resource: 'arn:aws:iam::111122223333:role/invoices' }),
        ],
      }),
    },
  ],
});
