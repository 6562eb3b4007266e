import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../../context.ts';
import { Finding } from '../findings/finding.type.ts';
import { ScanEvent, ScanFindings, ScanFinished } from './scan-event.type.ts';
import { Scan } from './scan.type.ts';

interface Follow {
  readonly scan: string;
  readonly after: number | null;
}

@Resolver()
export class ScanEventResolver {
  @Subscription(() => ScanEvent, {
    description:
      'Everything that happens in a scan, from the start or after an event already seen. Ends with ScanFinished.',
    complexity: 10,
    subscribe: ({ args, context }: { args: unknown; context: unknown }) => {
      const { scan, after } = args as Follow;
      return (context as Context).scanEvents.follow(scan, after ?? 0);
    },
  })
  scanEvents(
    @Arg('scan', () => ID, { description: 'Id, or `latest`.' }) _scan: string,
    @Arg('after', () => Int, {
      nullable: true,
      defaultValue: 0,
      description: 'Sequence of the last event already seen.',
    })
    _after: number | null,
    @Root() event: ScanEvent,
  ): ScanEvent {
    return event;
  }
}

@Resolver(() => ScanFindings)
export class ScanFindingsResolver {
  @FieldResolver(() => [Finding], { description: 'Findings that changed, worst first; at most 100.' })
  findings(@Root() { findingKeys }: ScanFindings, @Ctx() { findings }: Context): Promise<readonly Finding[]> {
    return findings.several(findingKeys);
  }
}

@Resolver(() => ScanFinished)
export class ScanFinishedResolver {
  @FieldResolver(() => Scan, { description: 'The scan.' })
  scan(@Root() { scanKey }: ScanFinished, @Ctx() { scans }: Context): Promise<Scan> {
    return scans.reread(scanKey);
  }
}
