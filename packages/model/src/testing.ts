export { account } from './testing/aws/account.ts';
export { credentialReportRow } from './testing/aws/credential-report.ts';
export * from './testing/aws/ec2.ts';
export * from './testing/aws/iam.ts';
export * from './testing/aws/images.ts';
export * from './testing/aws/s3.ts';
export * from './testing/aws/vpc.ts';
export * from './testing/aws/vpc-services.ts';
export { build, notCollected, TEST_ACCOUNT, TEST_REGION, type Overrides } from './testing/build.ts';
