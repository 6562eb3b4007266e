import { defineRule } from '../../kernel/define-rule.ts';
import { pass } from '../../kernel/outcome.ts';
import { hclName, hclString, sh } from '../../kernel/remediation.ts';
import { bucketTemplate } from '../../lib/bucket-fixes.ts';

export const bucketNotifiesOfEvents = defineRule({
  id: 'aws-s3-bucket-notifies-of-events',
  title: 'Buckets notify of events',
  description:
    'The bucket must send its events somewhere: to EventBridge, or to at least one topic, queue or function.',
  risk: 'Nobody hears of objects that appear, vanish or change their permissions, until someone misses them. Detection that starts at the event has nothing to start from.',
  attack:
    'On a Friday night somebody with a stolen key begins to delete backups, folder by folder. S3 could tell of each deletion as it happens, but sends it nowhere. The loss is found on Monday, when a backup is needed; notifications would not have stopped it, but the first hour would have been known.',
  audit: {
    console: [
      'Open S3 and choose the bucket.',
      'Properties → Event notifications: see the list, and Amazon EventBridge below it.',
    ],
    cli: ({ name }) => sh`aws s3api get-bucket-notification-configuration --bucket ${name}`,
    good: '`EventBridgeConfiguration` is there, be it empty, or one of `TopicConfigurations`, `QueueConfigurations` and `LambdaFunctionConfigurations` has an entry. An empty answer means that nobody is notified.',
  },
  severity: 'low',
  categories: ['logging'],
  resource: 'AWS::S3::Bucket',
  reads: ['notifications'],
  controls: { fsbp: ['S3.11'] },
  remediation: {
    summary: 'Send events to EventBridge, where rules decide later who hears of what.',
    impact: 'None for those who use the bucket; events that a rule of EventBridge matches may cost.',
    effort: 'minutes',
    console: [
      'Open S3 and choose the bucket → Properties.',
      'Event notifications → Amazon EventBridge → Edit → On → Save.',
    ],
    cli: ({ name }) =>
      `# It replaces the whole configuration: add the notifications that are there.
${sh`aws s3api put-bucket-notification-configuration --bucket ${name} --notification-configuration ${'{"EventBridgeConfiguration":{}}'}`}`,
    terraform: ({ name }) => `resource "aws_s3_bucket_notification" "${hclName(name)}" {
  bucket      = ${hclString(name)}
  eventbridge = true
}`,
    cloudformation: (target) =>
      bucketTemplate(target, {
        NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
      }),
    docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html',
  },

  evaluate: ({ notifications }) => {
    const { EventBridgeConfiguration, TopicConfigurations, QueueConfigurations, LambdaFunctionConfigurations } =
      notifications;
    const targets = [TopicConfigurations, QueueConfigurations, LambdaFunctionConfigurations];
    // EventBridge is on when its configuration is there, empty as it is.
    if (EventBridgeConfiguration || targets.some((each) => (each?.length ?? 0) > 0)) return pass;
    return {
      status: 'fail',
      message: 'Nobody is notified of events in the bucket.',
      evidence: [{ pointer: '/notifications', expected: 'has EventBridge, a topic, a queue or a function' }],
    };
  },
});
