import { defineConfig } from 'vitest/config';

// One run for everything: the pure packages side by side, what needs a database or a browser one file at a time.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/**/*.test.{ts,tsx}', 'tools/**/*.test.ts', 'testing/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'packages/server/**', 'packages/cli/**'],
          // Whole studies are made in some of these; a busy machine of two cores needs more than Vitest's five seconds.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'service',
          include: ['packages/server/**/*.test.ts', 'packages/cli/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['e2e/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
