import { UserError } from '../../graphql/user-error.ts';

const MAX_WAIT_SECONDS = 120;

/** What is wrong with the time for which an answer is to be held. */
export function waitErrors(waitSeconds: number): readonly UserError[] {
  if (waitSeconds >= 0 && waitSeconds <= MAX_WAIT_SECONDS) return [];
  const message = `waitSeconds is 0 to ${MAX_WAIT_SECONDS}, found ${waitSeconds}.`;
  const hint = 'For a longer scan, follow scanEvents or ask for the scan again.';
  return [new UserError('INVALID', ['input', 'waitSeconds'], message, hint)];
}
