import { usePanel } from '../panel-context';
import { Icon } from '../parts/icon';

/** What stands where there is no lineage to draw: what would make one appear. */
export function NoLineage() {
  const { supply, snapshot, post } = usePanel();
  if (snapshot.scanning)
    return <p class="empty">Scanning the workspace. The picture appears when it is done.</p>;
  return (
    <div class="empty">
      <p>
        {supply
          ? 'Nothing in this workspace says what was made from what.'
          : 'This workspace has not been scanned.'}
      </p>
      <p>
        The picture is drawn from model cards that name their <code>base_model</code> and{' '}
        <code>datasets</code>, from <code>adapter_config.json</code>, from training code that names its model
        and data, and from agents, prompts and images that name their models.
      </p>
      <button type="button" class="primary" onClick={() => post({ type: 'scan' })}>
        <Icon name="scan" /> {supply ? 'Scan again' : 'Scan workspace'}
      </button>
    </div>
  );
}
