import { Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { DEFAULT_PAGE_SIZE } from './cost.ts';
import { badUserInput } from './errors.ts';
import { LIMITS } from './limits.ts';

@ObjectType({ description: 'Where a page sits in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'True when more items follow.' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'True when items come before.' })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first item of this page.' })
  startCursor: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last item of this page; pass it as `after`.' })
  endCursor: string | null;
}

/** One item of a page as a service hands it out. */
export interface Edge<Node> {
  readonly node: Node;
  readonly cursor: string;
}

/** A part of a list. */
export interface Slice<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** Counts the whole list; called when someone asks. */
export type Count = () => Promise<number> | number;

/** The fields that every page has, for `class FindingPage extends connectionOf(Finding, 'FindingEdge', 'findings')`. */
export function connectionOf<Node extends object>(NodeType: ClassType<Node>, edgeName: string, items: string) {
  @ObjectType(edgeName, { description: `One of a page of ${items}, and its cursor.` })
  class EdgeType {
    @Field(() => NodeType, { description: 'Item.' })
    node: Node;

    @Field(() => String, { description: 'Cursor.' })
    cursor: string;
  }

  @ObjectType()
  class Page {
    @Field(() => [EdgeType], { description: 'Items with cursors.' })
    readonly edges: readonly Edge<Node>[];

    @Field(() => PageInfo, { description: 'Where this page sits.' })
    readonly pageInfo: PageInfo;

    readonly count: Count;

    constructor(slice: Slice<Node>, count: Count) {
      this.edges = slice.edges;
      this.pageInfo = pageInfoOf(slice);
      this.count = count;
    }

    @Field(() => [NodeType], { description: 'Items.' })
    nodes(): Node[] {
      return this.edges.map((edge) => edge.node);
    }

    @Field(() => Int, { description: 'Number of matching items, on all pages.', complexity: 2 })
    totalCount(): Promise<number> | number {
      return this.count();
    }
  }
  return Page;
}

export function pageInfoOf({ edges, hasNextPage, hasPreviousPage }: Slice<unknown>): PageInfo {
  return {
    hasNextPage,
    hasPreviousPage,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
}

/** How many items a page may have, as asked for. */
export function pageSize(first: number | null | undefined): number {
  const size = first ?? DEFAULT_PAGE_SIZE;
  if (size < 0 || size > LIMITS.maxPageSize)
    throw badUserInput(
      `Page size limit of ${LIMITS.maxPageSize} exceeded, found ${size}: \`first\` is 0 to ${LIMITS.maxPageSize}.`,
    );
  return size;
}

/** A page out of rows of which one more than its size was read, to see whether more follow. */
export function sliceOf<Row, Node>(
  rows: readonly Row[],
  { size, after }: { readonly size: number; readonly after: unknown },
  edgeOf: (row: Row) => Edge<Node>,
): Slice<Node> {
  return {
    edges: rows.slice(0, size).map(edgeOf),
    hasNextPage: rows.length > size,
    hasPreviousPage: after !== null && after !== undefined,
  };
}
