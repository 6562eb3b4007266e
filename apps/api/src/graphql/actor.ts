import { Field, ID, ObjectType } from 'type-graphql';
import { graphqlEnum } from './enum.ts';

const ACTOR_KINDS = ['user', 'token', 'system'] as const;
type ActorKind = (typeof ACTOR_KINDS)[number];

const ActorKindEnum = graphqlEnum('ActorKind', 'Kinds of actor.', ACTOR_KINDS, {
  user: 'A person.',
  token: 'A program, by its token.',
  system: 'Plumbline itself.',
});

@ObjectType({ description: 'Who did something: a person, a token, or the system.' })
export class Actor {
  @Field(() => ID, { nullable: true, description: 'Id of the user or token.' })
  readonly id: string | null;

  @Field(() => String, { description: 'Name to show.' })
  readonly name: string;

  @Field(() => ActorKindEnum, { description: 'Kind.' })
  readonly kind: ActorKind;

  constructor(id: string | null, name: string, kind: ActorKind) {
    this.id = id;
    this.name = name;
    this.kind = kind;
  }
}

export const PLUMBLINE = new Actor(null, 'Plumbline', 'system');
