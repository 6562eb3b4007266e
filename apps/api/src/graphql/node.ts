import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType({ description: 'An object with a global id, so that any client can refetch it with node(id).' })
export abstract class Node {
  @Field(() => ID, { description: 'Global id.' })
  id: string;
}
