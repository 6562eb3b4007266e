import { expect, type APIRequestContext } from '@playwright/test';

/** What the API says, to hold the dashboard against. */
export async function ask<Answer>(request: APIRequestContext, query: string): Promise<Answer> {
  const response = await request.post('/graphql', { data: { query } });
  const { data, errors } = (await response.json()) as { data: Answer; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}
