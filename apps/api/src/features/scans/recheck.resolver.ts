import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { RecheckFindingInput } from './scan.args.ts';
import { RecheckFindingPayload } from './scan.payload.ts';

@Resolver()
export class RecheckResolver {
  @Mutation(() => RecheckFindingPayload, {
    description:
      'Evaluates the rule of one finding again, on what its account’s source has now; for use right after a fix. Nothing else changes.',
    complexity: 20,
  })
  recheckFinding(
    @Arg('input', () => RecheckFindingInput, { description: 'Which finding.' }) input: RecheckFindingInput,
    @Ctx() { rechecks }: Context,
  ): Promise<RecheckFindingPayload> {
    return rechecks.recheck(input);
  }
}
