import { bucket, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { bucketNotifiesOfEvents } from './bucket-notifies-of-events.ts';

testRule(bucketNotifiesOfEvents, {
  pass: [
    { name: 'EventBridge', resource: bucket({ notifications: { EventBridgeConfiguration: {} } }) },
    {
      name: 'a queue',
      resource: bucket({
        notifications: {
          QueueConfigurations: [
            { QueueArn: 'arn:aws:sqs:eu-west-1:111122223333:uploads', Events: ['s3:ObjectCreated:*'] },
          ],
        },
      }),
    },
  ],
  fail: [
    {
      name: 'nobody',
      resource: bucket(),
      message: 'Nobody is notified of events in the bucket.',
      severity: 'low',
      pointers: ['/notifications'],
    },
    { name: 'an empty list', resource: bucket({ notifications: { TopicConfigurations: [] } }) },
  ],
  unknown: [
    {
      name: 'notifications that could not be read',
      resource: bucket({ notifications: notCollected('s3:GetBucketNotification') }),
      missing: ['notifications'],
    },
  ],
});
