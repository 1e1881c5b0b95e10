import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PanelPicture } from '../../../src/extension/panel/panel-picture';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the panel draws the SVG it is sent, and its answer becomes bytes', async () => {
  const picture = new PanelPicture();
  const post = vi.fn();
  const bytes = picture.draw('<svg/>', post);
  await vi.waitFor(() => expect(post).toHaveBeenCalledWith({ type: 'draw', svg: '<svg/>', scale: 2 }));
  picture.receive({ type: 'picture', png: btoa('PNG') });
  expect([...(await bytes)]).toEqual([80, 78, 71]);
});

test('a panel that cannot draw says why', async () => {
  const picture = new PanelPicture();
  const bytes = picture.draw('<svg/>', () => undefined);
  picture.receive({ type: 'picture', problem: 'No canvas.' });
  await expect(bytes).rejects.toThrow('No canvas.');
});

test('a panel that never answers does not keep one waiting', async () => {
  const bytes = new PanelPicture().draw('<svg/>', () => undefined);
  const failed = expect(bytes).rejects.toThrow('did not answer');
  await vi.runAllTimersAsync();
  await failed;
});

test('a second picture ends the first', async () => {
  const picture = new PanelPicture();
  const first = picture.draw('<svg/>', () => undefined);
  const failed = expect(first).rejects.toThrow('Another picture');
  const second = picture.draw('<svg/>', () => undefined);
  await failed;
  picture.receive({ type: 'picture', png: btoa('2') });
  expect(await second).toHaveLength(1);
});
