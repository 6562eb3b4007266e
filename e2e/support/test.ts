import { test as base, expect } from '@playwright/test';

export { expect };

/** Every journey fails on a request that leaves the machine, on an uncaught error, and on what the browser logs as an error. */
export const test = base.extend<{ quiet: void }>({
  quiet: [
    async ({ context, baseURL }, use) => {
      const complaints: string[] = [];
      const { host } = new URL(baseURL ?? '');
      const note = (address: string): void => {
        const url = new URL(address);
        if (!['data:', 'blob:'].includes(url.protocol) && url.host !== host) complaints.push(`request to ${address}`);
      };
      context.on('request', (request) => note(request.url()));
      context.on('page', (page) => page.on('websocket', (socket) => note(socket.url())));
      context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().message}`));
      context.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
      });
      await use();
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});
