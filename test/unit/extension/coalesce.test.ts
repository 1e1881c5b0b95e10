import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { coalesce } from '../../../src/extension/support/coalesce';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('joining bursts of calls', () => {
  test('runs once for a burst and again for the next', () => {
    let runs = 0;
    const run = coalesce(() => (runs += 1), 50);
    for (let call = 0; call < 100; call += 1) run();
    vi.advanceTimersByTime(50);
    expect(runs).toBe(1);
    run();
    vi.advanceTimersByTime(50);
    expect(runs).toBe(2);
  });

  test('runs while calls keep coming', () => {
    let runs = 0;
    const run = coalesce(() => (runs += 1), 50);
    for (let step = 0; step < 20; step += 1) {
      run();
      vi.advanceTimersByTime(10);
    }
    expect(runs).toBeGreaterThanOrEqual(3);
  });

  test('does not run after it was disposed', () => {
    let runs = 0;
    const run = coalesce(() => (runs += 1), 50);
    run();
    run.dispose();
    vi.advanceTimersByTime(100);
    expect(runs).toBe(0);
  });
});
