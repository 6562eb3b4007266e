import { Field, ObjectType } from 'type-graphql';
import type { Selectable } from 'kysely';
import { connectionOf } from '../../graphql/connection.ts';
import { graphqlEnum } from '../../graphql/enum.ts';
import { globalId } from '../../graphql/global-id.ts';
import { Node } from '../../graphql/node.ts';
import { CloudProviderEnum, type CloudProvider } from '../../graphql/provider.ts';
import { DEMO_SOURCE } from '../../scan/demo.ts';
import type { AccountTable } from '../../store/tables.ts';

const CONNECTION_METHODS = ['DEMO', 'SNAPSHOT_FILE'] as const;
type ConnectionMethod = (typeof CONNECTION_METHODS)[number];

const ConnectionMethodEnum = graphqlEnum('ConnectionMethod', 'Ways of reaching an account.', CONNECTION_METHODS, {
  DEMO: 'A made-up account that comes with the product.',
  SNAPSHOT_FILE: 'A recorded snapshot: a file or an S3 object.',
});

@ObjectType({ description: 'How the product reaches an account.' })
export class AccountConnection {
  @Field(() => ConnectionMethodEnum, { description: 'Way of reaching it.' })
  method: ConnectionMethod;

  @Field(() => String, { nullable: true, description: 'Role, profile or snapshot used, as it was named.' })
  principal: string | null;
}

@ObjectType({ implements: Node, description: 'A cloud account, subscription, project or cluster that is scanned.' })
export class Account extends Node {
  /** Its key in the store. */
  readonly key: string;

  @Field(() => CloudProviderEnum, { description: 'Cloud.' })
  readonly provider: CloudProvider;

  /** Where its snapshots come from. */
  readonly source: string;

  /** `aws`, `aws-cn`, `aws-us-gov`. */
  readonly partition: string;

  @Field(() => String, { description: "The cloud's own id, for example a 12-digit AWS account number." })
  readonly externalId: string;

  @Field(() => String, { description: 'Name to show.' })
  readonly name: string;

  @Field(() => AccountConnection, { description: 'How it is reached. Never holds a secret.' })
  readonly connection: AccountConnection;

  @Field(() => [String], { description: 'Regions scanned; empty means all that its snapshot has.' })
  readonly regions: readonly string[];

  constructor(row: Selectable<AccountTable>) {
    super();
    this.id = globalId('account', row.id);
    this.key = row.id;
    this.provider = row.provider;
    this.partition = row.partition;
    this.externalId = row.external_id;
    this.name = row.name;
    this.source = row.source;
    this.regions = row.regions;
    const method = row.source.startsWith('fixture:') ? 'DEMO' : 'SNAPSHOT_FILE';
    this.connection = { method, principal: row.source };
  }

  /** Whether it is what someone means who gives an id, the cloud's own id, or `demo`. */
  answersTo(name: string): boolean {
    return name === this.id || name === this.externalId || (name === 'demo' && this.source === DEMO_SOURCE);
  }
}

@ObjectType({ description: 'Page of accounts.' })
export class AccountConnectionPage extends connectionOf(Account, 'AccountEdge', 'accounts') {}
