import type { ServerCertificate } from '../../aws/iam.ts';
import type { Resource } from '../../resource.ts';
import { build, TEST_ACCOUNT, type Overrides } from '../build.ts';

/** A certificate that was uploaded to IAM and is valid for another half year. */
export function serverCertificate(
  changed: Partial<ServerCertificate> = {},
  overrides: Overrides<'AWS::IAM::ServerCertificate'> = {},
): Resource<'AWS::IAM::ServerCertificate'> {
  const name = overrides.name ?? 'shop-2026';
  const arn = `arn:aws:iam::${TEST_ACCOUNT}:server-certificate/${name}`;
  return build(
    'AWS::IAM::ServerCertificate',
    { id: arn, name, region: 'global' },
    {
      serverCertificate: {
        Path: '/',
        ServerCertificateName: name,
        ServerCertificateId: 'ASCAEXAMPLE123EXAMPLE',
        Arn: arn,
        UploadDate: '2026-05-20T09:00:00+00:00',
        Expiration: '2027-05-20T23:59:59+00:00',
        ...changed,
      },
    },
    overrides,
  );
}
