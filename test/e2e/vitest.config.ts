import { defineConfig } from 'vitest/config';

// One editor at a time: each test file starts its own, and two cores are not enough for more.
export default defineConfig({
  test: {
    root: __dirname,
    include: ['*.test.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 20_000, interval: 200 } },
  },
});
