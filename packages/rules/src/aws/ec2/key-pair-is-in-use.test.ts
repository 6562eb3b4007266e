import { instance, keyPair, launchTemplate, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { keyPairIsInUse } from './key-pair-is-in-use.ts';

const launched = { KeyName: 'operations' };
const noTemplates = { type: 'AWS::EC2::LaunchTemplate', region: 'eu-west-1' } as const;

testRule(keyPairIsInUse, {
  pass: [
    { name: 'an instance has it', resource: keyPair(), with: [instance(launched)], unlisted: [noTemplates] },
    {
      name: 'a stopped instance has it',
      resource: keyPair(),
      with: [instance({ ...launched, State: { Name: 'stopped' } })],
    },
    { name: 'a launch template names it', resource: keyPair(), with: [launchTemplate(launched)] },
  ],
  fail: [
    {
      name: 'others are used',
      resource: keyPair(),
      with: [instance({ KeyName: 'Operations' }), instance(), launchTemplate()],
      message: 'No instance was launched with the key pair, and no launch template names it.',
      severity: 'low',
      pointers: ['/keyPair/KeyName'],
    },
    {
      name: 'the instance that had it is terminated',
      resource: keyPair(),
      with: [instance({ ...launched, State: { Name: 'terminated' } })],
    },
    {
      name: 'the key pair of that name in another region is the one that is used',
      resource: keyPair(),
      with: [instance(launched, { region: 'us-east-1' })],
    },
  ],
  unknown: [
    {
      name: 'the key pair',
      resource: keyPair({}, { keyPair: notCollected('ec2:DescribeKeyPairs') }),
      missing: ['keyPair'],
    },
    {
      name: 'no instance has it, and templates could not be listed',
      resource: keyPair(),
      unlisted: [noTemplates],
      missing: ['AWS::EC2::LaunchTemplate in eu-west-1'],
    },
  ],
});
