import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: {
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'], // the first with light-dark(), which is else rewritten wrongly
    chunkSizeWarningLimit: 4000, // GraphiQL's editor, which only its own page loads
    rolldownOptions: {
      input: ['index.html', 'graphiql.html'],
      onwarn: (warning, warn) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning); // "use client" in GraphiQL's packages
      },
    },
  },
  // Their `?worker` imports are Vite's own, which its bundler of dependencies does not know.
  optimizeDeps: { exclude: ['graphiql/setup-workers/vite', '@graphiql/react/setup-workers/vite'] },
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    // The API answers only requests for its own address, and WebSockets from it.
    proxy: {
      '/graphql': {
        target: 'http://127.0.0.1:4000',
        ws: true,
        changeOrigin: true,
        rewriteWsOrigin: true,
        headers: { origin: 'http://127.0.0.1:4000' },
      },
    },
  },
});
