import type { Progress } from './page-model';
import { sizeText } from '../../protocol/model/shared';

/** How much of a file has been read, and a way to stop. Nothing when no inspection runs. */
export function ProgressBar({
  progress,
  onStop,
}: {
  readonly progress: Progress;
  readonly onStop: () => void;
}) {
  if (progress.state !== 'running') return null;
  const { name, size, read } = progress;
  const text = size > 0 ? `${name}: read ${sizeText(read)} of ${sizeText(size)}` : `Opening ${name}`;
  return (
    <div class="progress">
      <progress aria-label="Bytes read" max={Math.max(1, size)} value={read} />
      <span class="quiet">{text}</span>
      <button type="button" class="button" onClick={onStop}>
        Stop
      </button>
    </div>
  );
}
