import { defineRule } from '../../kernel/define-rule.ts';
import { pass, unknown } from '../../kernel/outcome.ts';
import { sh } from '../../kernel/remediation.ts';

export const serverCertificateIsNotExpired = defineRule({
  id: 'aws-iam-server-certificate-is-not-expired',
  title: 'No expired server certificate is left in IAM',
  description:
    'A TLS certificate that was uploaded to IAM must not have expired by the time of the snapshot. Only one that has expired fails, not one that will soon. Certificates in ACM are not judged here.',
  risk: 'Clients turn away from a load balancer or distribution that presents it, and people learn to click warnings away. One that is used nowhere is taken by mistake at the next change.',
  attack:
    'A load balancer still presents the certificate after its last day, and visitors are told to click the warning away. Someone in the same network comes between them and the site with a certificate that they made themselves. The warning looks like that of yesterday: people click it away and type their passwords.',
  audit: {
    console: [
      'The console does not list certificates of IAM: use the CLI.',
      'Open EC2 → Load Balancers → Listeners, and CloudFront → the distribution → General: they show the certificates in use.',
    ],
    cli: ({ name }) =>
      sh`aws iam get-server-certificate --server-certificate-name ${name} --query ServerCertificate.ServerCertificateMetadata`,
    good: '`Expiration` lies in the future, or the answer is `NoSuchEntity`: the certificate has been deleted.',
  },
  severity: 'medium',
  categories: ['resilience', 'encryption'],
  resource: 'AWS::IAM::ServerCertificate',
  reads: ['serverCertificate'],
  controls: {
    'cis-aws': ['expired-certs'],
    'nist-800-53-r5': ['IA-5(2)', 'SC-12', 'SC-17'],
    'nist-csf-2': ['PR.DS-02'],
  },
  remediation: {
    summary: 'Give whatever uses it a certificate of ACM, which renews itself, then delete this one.',
    impact: 'Deleting it breaks a load balancer or distribution that still uses it: look first.',
    effort: 'minutes',
    console: [
      'The console does not show certificates of IAM: use the CLI.',
      'Open ACM → Request certificate, and choose it at the load balancer’s listener or the distribution.',
    ],
    cli: ({ name }) => sh`aws iam delete-server-certificate --server-certificate-name ${name}`,
    terraform: () => `# Remove the aws_iam_server_certificate; in its place:
resource "aws_acm_certificate" "site" {
  domain_name       = "www.example.com"
  validation_method = "DNS"
}`,
    cloudformation: () => `# Remove the AWS::IAM::ServerCertificate; in its place:
Certificate:
  Type: AWS::CertificateManager::Certificate
  Properties:
    DomainName: www.example.com
    ValidationMethod: DNS`,
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_server-certs.html',
  },

  evaluate: ({ serverCertificate: { Expiration } }, { now }) => {
    const expires = Date.parse(Expiration ?? '');
    if (Number.isNaN(expires))
      return unknown({
        fact: 'serverCertificate',
        reason: 'MALFORMED',
        message: 'The recording does not say when the certificate expires.',
      });
    if (expires > now.getTime()) return pass;
    return {
      status: 'fail',
      message: `The certificate expired on ${(Expiration ?? '').slice(0, 10)}.`,
      evidence: [{ pointer: '/serverCertificate/Expiration', expected: 'is in the future' }],
    };
  },
});
