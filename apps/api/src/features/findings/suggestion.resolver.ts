import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { Completion } from './suggestion.type.ts';

@Resolver()
export class SuggestionResolver {
  @Query(() => Completion, {
    description: 'Values to offer while someone types in the filter bar, from what there is.',
    complexity: 20,
  })
  suggest(
    @Arg('text', () => String, { description: 'What is in the filter bar.' }) text: string,
    @Arg('cursor', () => Int, {
      nullable: true,
      description: 'Where the cursor is: an offset in UTF-16 code units. At the end when left out.',
    })
    cursor: number | null | undefined,
    @Ctx() { suggestions }: Context,
  ): Promise<Completion> {
    return suggestions.at(text, cursor);
  }
}
