import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTime, GraphQLJSON, GraphQLURL } from 'graphql-scalars';

export const DateTime = scalar(
  GraphQLDateTime,
  'DateTime',
  'ISO 8601 date and time with a zone, for example 2026-01-31T09:30:00Z.',
);

export const Json = scalar(GraphQLJSON, 'JSON', 'Any JSON value.');

export const Url = scalar(GraphQLURL, 'URL', 'An absolute http or https address.');

export const JsonPointer = new GraphQLScalarType<string, string>({
  name: 'JsonPointer',
  description: "RFC 6901 JSON Pointer into a resource's configuration, for example /publicAccessBlock/BlockPublicAcls.",
  serialize: String,
});

function scalar<Internal, External>(
  base: GraphQLScalarType<Internal, External>,
  name: string,
  description: string,
): GraphQLScalarType<Internal, External> {
  return new GraphQLScalarType({ ...base.toConfig(), name, description, specifiedByURL: null });
}
