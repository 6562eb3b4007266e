import { Notice } from '../../components/message.tsx';
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql.ts';

export const ScanFailureFragment = graphql(`
  fragment ScanFailureNotice on Scan {
    failure {
      code
      message
      hint
      source
      line
    }
  }
`);

/** Why a scan failed, where in its source, and what to do. */
export function ScanFailureNotice({ scan }: { readonly scan: FragmentOf<typeof ScanFailureFragment> }) {
  const { failure } = readFragment(ScanFailureFragment, scan);
  if (!failure) return null;
  const { code, message, hint, source, line } = failure;
  return (
    <Notice tone="error" title={message}>
      <div>
        {source && (
          <p>
            In <span className="mono">{source}</span>
            {line !== null && `, line ${line}`}
          </p>
        )}
        {hint && <p>{hint}</p>}
        <p>
          The account's findings stay as they were. Code <span className="mono">{code}</span>.
        </p>
      </div>
    </Notice>
  );
}
