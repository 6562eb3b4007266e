import { globalId } from '../../graphql/global-id.ts';
import { UserError } from '../../graphql/user-error.ts';
import { KeyReusedError } from '../../scan/key-reused.ts';
import type { ScanRequest, ScanRunner } from '../../scan/scan-runner.ts';

/** The key in the store of the scan that is asked for; or why its idempotency key cannot be used for it. */
export async function startedScan(runner: ScanRunner, request: ScanRequest): Promise<string | UserError> {
  try {
    return await runner.start(request);
  } catch (error) {
    if (!(error instanceof KeyReusedError)) throw error;
    const message = `The key ${request.idempotencyKey} started another scan within 24 hours: ${globalId('scan', error.scanId)}.`;
    const hint = 'Use a new key for what is not the same again.';
    return new UserError('CONFLICT', ['input', 'idempotencyKey'], message, hint);
  }
}
