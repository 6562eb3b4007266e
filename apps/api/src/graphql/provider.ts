import { graphqlEnum } from './enum.ts';

const CLOUD_PROVIDERS = ['aws'] as const;
export type CloudProvider = (typeof CLOUD_PROVIDERS)[number];

export const CloudProviderEnum = graphqlEnum('CloudProvider', 'A cloud the product can read.', CLOUD_PROVIDERS, {
  aws: 'Amazon Web Services.',
});
