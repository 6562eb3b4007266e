import type { Instance } from '@plumbline/model';

/** The state of an instance that will not run again, for people; `null` for any other. AWS shows it for about an hour. */
export function goneState({ State }: Instance): string | null {
  const name = State?.Name;
  if (name === 'terminated') return 'terminated';
  return name === 'shutting-down' ? 'being terminated' : null;
}
