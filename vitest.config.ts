import { defineConfig } from 'vitest/config';

export default defineConfig({
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  test: {
    include: [
      'test/unit/**/*.test.{ts,tsx}',
      'test/server/**/*.test.ts',
      'test/webview/**/*.test.tsx',
      'test/ci/**/*.test.ts',
    ],
    pool: 'forks',
    maxWorkers: 2,
    minWorkers: 1,
    testTimeout: 20_000,
    setupFiles: ['test/support/use-languages.ts'],
  },
});
