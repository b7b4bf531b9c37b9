import { defineConfig } from 'vitest/config';

// One run for everything. Each service of a test has its own folder, database and port, so that files run side by side:
// two, as many as most machines of a CI have cores; a browser and a database beside them take the rest.
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          // Pure functions: the modules of one file serve the next, which saves a fifth of the time.
          isolate: false,
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
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['e2e/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
