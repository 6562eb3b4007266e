import { user, inlinePolicy } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { escalationCases } from '../../testing/escalation-cases.ts';
import { allow, holderOf } from '../../testing/holder.ts';
import { userCannotEscalate } from './user-cannot-escalate.ts';

const cases = escalationCases('user');

/** A user in the path /shop/, whose ARN is with it. */
const inPath = (Resource: string) =>
  user({
    details: {
      Path: '/shop/',
      Arn: 'arn:aws:iam::111122223333:user/shop/ana.silva',
      UserPolicyList: [inlinePolicy('own', allow({ Action: 'iam:PutUserPolicy', Resource }))],
    },
  });

testRule(userCannotEscalate, {
  ...cases,
  pass: [
    ...cases.pass,
    {
      name: 'item 38: itself by the policy variable, but in a path that it is not in',
      resource: inPath('arn:aws:iam::111122223333:user/${aws:username}'),
    },
    {
      name: 'item 38: what only a role can do to itself',
      resource: holderOf('user', { inline: [allow({ Action: ['iam:PutRolePolicy', 'iam:AttachRolePolicy'] })] }),
    },
  ],
  fail: [
    ...cases.fail,
    {
      name: 'item 38: itself by the policy variable, in its path',
      resource: inPath('arn:aws:iam::111122223333:user/shop/${aws:username}'),
      message: 'write itself an inline policy',
    },
    {
      name: 'giving any rights to any role, and assuming it',
      resource: holderOf('user', { inline: [allow({ Action: ['iam:PutRolePolicy', 'sts:AssumeRole'] })] }),
      message: 'give any rights to a role and assume it by iam:PutRolePolicy and sts:AssumeRole.',
    },
    {
      name: 'making a group under a name of its choice, and joining it',
      resource: holderOf('user', {
        inline: [
          allow({
            Action: ['iam:CreateGroup', 'iam:PutGroupPolicy', 'iam:AddUserToGroup'],
            Resource: 'arn:aws:iam::111122223333:group/app-*',
          }),
        ],
      }),
      message: 'make a group with any rights and join it',
    },
  ],
});
