import { notCollected, serverCertificate } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { serverCertificateIsNotExpired } from './server-certificate-is-not-expired.ts';

// The snapshots of tests are of 2026-11-20T08:00:00Z.
testRule(serverCertificateIsNotExpired, {
  pass: [
    { name: 'a certificate of half a year', resource: serverCertificate() },
    { name: 'one that expires in a second', resource: serverCertificate({ Expiration: '2026-11-20T08:00:01+00:00' }) },
  ],
  fail: [
    {
      name: 'one that expires now',
      resource: serverCertificate({ Expiration: '2026-11-20T08:00:00+00:00' }),
      message: 'The certificate expired on 2026-11-20.',
      severity: 'medium',
      pointers: ['/serverCertificate/Expiration'],
    },
  ],
  unknown: [
    {
      name: 'certificates that could not be listed',
      resource: serverCertificate({}, { serverCertificate: notCollected('iam:ListServerCertificates') }),
      missing: ['serverCertificate'],
    },
    { name: 'one without a date', resource: serverCertificate({ Expiration: '' }), missing: ['serverCertificate'] },
  ],
});
