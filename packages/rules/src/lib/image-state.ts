import type { Image } from '@plumbline/model';

/** Why nobody can launch an image ever again, for people; `null` for any other. */
export function goneImage({ State }: Image): string | null {
  if (State === 'deregistered') return 'The image is deregistered.';
  return State === 'failed' || State === 'invalid' ? 'The image could not be made.' : null;
}
