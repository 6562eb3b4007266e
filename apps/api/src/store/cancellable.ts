import {
  PostgresDialect,
  PostgresDriver,
  type AbortableOperationOptions,
  type CompiledQuery,
  type DatabaseConnection,
  type PostgresDialectConfig,
} from 'kysely';
import { currentRequest } from '../requests/ongoing-request.ts';

/** A dialect whose statements are cancelled, in the database too, when the request that they are for is given up. */
export class CancellableDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;

  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): PostgresDriver {
    return new CancellableDriver(this.#config);
  }
}

class CancellableDriver extends PostgresDriver {
  readonly #known = new WeakSet<DatabaseConnection>();

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    if (!this.#known.has(connection)) makeCancellable(connection);
    this.#known.add(connection);
    return connection;
  }
}

function makeCancellable(connection: DatabaseConnection): void {
  const execute = connection.executeQuery.bind(connection);
  connection.executeQuery = async <Row>(query: CompiledQuery, options?: AbortableOperationOptions) => {
    const signal = currentRequest()?.signal;
    if (!signal) return execute<Row>(query, options);
    signal.throwIfAborted();
    await connection.collectSessionInfo?.();
    let cancelled: Promise<void> | undefined;
    // It fails where the statement has just ended.
    const cancel = () => {
      cancelled = connection.cancelQuery?.(() => Promise.resolve()).catch(() => {});
    };
    signal.addEventListener('abort', cancel, { once: true });
    try {
      return await execute<Row>(query, options);
    } finally {
      signal.removeEventListener('abort', cancel);
      // Before another statement runs on the connection, which would be the one to be cancelled.
      await cancelled;
    }
  };
}
