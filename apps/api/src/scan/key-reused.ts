/** An idempotency key came again within 24 hours with something else to scan. */
export class KeyReusedError extends Error {
  override readonly name = 'KeyReusedError';
  /** The scan that the key started. */
  readonly scanId: string;

  constructor(scanId: string) {
    super('The idempotency key started another scan.');
    this.scanId = scanId;
  }
}
