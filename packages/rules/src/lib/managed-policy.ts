import type { ManagedPolicyDetail, PolicyDocument } from '@plumbline/model';
import { documentReach, REACHES_ALL } from './action-reach.ts';
import { listOf } from './policy-document.ts';

/** What relations keep of a managed policy: its versions, and which of them is in force. */
export interface KeptPolicy {
  readonly authorizationDetails: {
    readonly DefaultVersionId?: string | undefined;
    readonly PolicyVersionList?: ManagedPolicyDetail['PolicyVersionList'] | undefined;
  };
}

/** The document in force, and the pointer to it from the policy's facets; `null` where it is not recorded. */
export function defaultDocument({
  authorizationDetails: { DefaultVersionId, PolicyVersionList = [] },
}: KeptPolicy): { readonly document: PolicyDocument; readonly pointer: string } | null {
  const index = PolicyVersionList.findIndex(({ VersionId }) => VersionId === DefaultVersionId);
  const document = PolicyVersionList[index]?.Document;
  return document ? { document, pointer: `/authorizationDetails/PolicyVersionList/${index}/Document` } : null;
}

/** Beside the bits of `REACH`: the document in force is recorded, and some statement of it denies. */
const RECORDED = 1 << 8;
const DENIES = 1 << 9;

/** What a policy says, in a number that a relation can keep beside it. */
export function policySummary(policy: KeptPolicy): number {
  const version = defaultDocument(policy);
  if (!version) return 0;
  const { document } = version;
  const denies = listOf(document.Statement).some(({ Effect }) => Effect === 'Deny');
  return RECORDED | documentReach(document) | (denies ? DENIES : 0);
}

/** What is summed up, as the bits of `REACH`; `null`: the document in force is not recorded. */
export function reachIn(summary: number): number | null {
  return summary === 0 ? null : summary & REACHES_ALL;
}

/** Whether a policy that is summed up denies anything, or reaches some of these bits. */
export function deniesOrReaches(summary: number, bits: number): boolean {
  return (summary & (DENIES | bits)) !== 0;
}
