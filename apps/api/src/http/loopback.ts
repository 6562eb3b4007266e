const NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/** The names by which a server on a loopback address may be called. */
export class OwnAddress {
  readonly #hosts: ReadonlySet<string>;

  constructor(port: number) {
    this.#hosts = new Set(NAMES.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`])));
  }

  /**
   * Whether a `Host` header names this server. Any other name was made to point here, so that a page from elsewhere can read
   * what the server answers (DNS rebinding).
   */
  isHost(host: string | undefined): boolean {
    return host !== undefined && this.#hosts.has(host.toLowerCase());
  }

  /** Whether an `Origin` header is of a page that this server served. Programs send none. */
  isOrigin(origin: string | undefined): boolean {
    return origin === undefined || (origin.startsWith('http://') && this.isHost(origin.slice('http://'.length)));
  }
}

export const NOT_OUR_NAME = `Plumbline answers only at a loopback address with its own port: ${NAMES.join(', ')}.\n`;
export const NOT_OUR_PAGE = 'Plumbline answers only its own pages, and programs, which send no Origin.\n';
