import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { FindingDeltaEnum, type FindingDelta } from './finding.enums.ts';
import { Finding } from './finding.type.ts';

@Resolver(() => Finding)
export class FindingDeltaResolver {
  @FieldResolver(() => FindingDeltaEnum, {
    description: 'What became of it in the newest scan that covered its rule and region, or since.',
    complexity: 1,
  })
  delta(@Root() { id }: Finding, @Ctx() { findingDeltas }: Context): Promise<FindingDelta> {
    return findingDeltas.of(id);
  }
}
