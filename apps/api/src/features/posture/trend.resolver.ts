import { Arg, Ctx, FieldResolver, Float, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { hoursBefore, TimeRange } from '../../graphql/time-range.ts';
import { ScanDiff } from '../scans/scan-diff.type.ts';
import { Posture, ScorePoint } from './posture.type.ts';

@Resolver(() => Posture)
export class TrendResolver {
  @FieldResolver(() => [ScorePoint], {
    description: 'Score over time, oldest first: a point for each scan, by the rules and weights of today.',
    complexity: 50,
  })
  trend(
    @Arg('range', () => TimeRange, {
      nullable: true,
      description: 'Scans that ended in this range; all when left out.',
    })
    range: TimeRange | null | undefined,
    @Arg('points', () => Int, {
      defaultValue: 30,
      description: 'At most so many, 1 to 366; of more scans those that lie evenly among them.',
    })
    points: number,
    @Root() { results }: Posture,
    @Ctx() { trend }: Context,
  ): Promise<readonly ScorePoint[]> {
    return trend.of(results.accounts, { range, points });
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'Points by which the score rose or fell in the last 30 days; null where there was none 30 days ago.',
    complexity: 10,
  })
  change30d(@Root() { results, score }: Posture, @Ctx() { trend }: Context): Promise<number | null> {
    return trend.changeSince(results.accounts, score, hoursBefore(new Date(), 30 * 24));
  }
}

@Resolver(() => ScanDiff)
export class DiffScoreResolver {
  @FieldResolver(() => Float, {
    nullable: true,
    description: 'Points by which the score of its accounts rose or fell; null where there is no earlier one.',
    complexity: 10,
  })
  scoreChange(@Root() diff: ScanDiff, @Ctx() { trend }: Context): Promise<number | null> {
    return trend.changeOf(diff);
  }
}
