import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { ServerInfo } from './server-info.type.ts';

@Resolver()
export class ServerInfoResolver {
  @Query(() => ServerInfo, { description: 'About this installation.' })
  serverInfo(@Ctx() { serverInfo }: Context): Promise<ServerInfo> {
    return serverInfo.read();
  }
}
