import type { Guide } from '../../../catalog/catalog';
import type { Coverage } from '../../../supplychain/coverage/coverage';
import type { Assessment } from '../../../supplychain/maturity/assessment';
import { Table } from '../../lifecycle/page/table';
import {
  COVERAGE_STATES,
  COVERAGE_WORDS,
  coverageCounts,
  coverageReasons,
  coverages,
} from '../coverage-words';
import { Fold } from './fold';

interface CoverageProps {
  readonly assessment: Assessment;
  readonly guide: Guide;
}

/** What the workspace shows of each item of the frameworks. */
export function CoveragePart({ assessment, guide }: CoverageProps) {
  return (
    <>
      <p>
        {COVERAGE_STATES.map((state) => COVERAGE_WORDS[state].join(' ')).join(' · ')}. An item is joined to
        evidence by the controls that answer it. Evidence is no statement that an item is met.
      </p>
      {coverages(assessment, guide).map((coverage) => (
        <Fold
          key={coverage.framework}
          open={false}
          title={
            <>
              <b>
                {coverage.title} {coverage.edition}
              </b>{' '}
              <span class="quiet">{coverageCounts(coverage)}</span>
            </>
          }
        >
          <ItemTable coverage={coverage} guide={guide} />
        </Fold>
      ))}
    </>
  );
}

function ItemTable({ coverage, guide }: { readonly coverage: Coverage; readonly guide: Guide }) {
  return (
    <Table
      caption={coverage.title}
      heads={['Item', 'State', 'Evidence', 'Against it']}
      rows={coverage.items.map((item) => {
        const { speaks, against } = coverageReasons(item, guide);
        return {
          cells: [`${item.label} ${item.title}`, COVERAGE_WORDS[item.state].join(' '), speaks, against],
        };
      })}
    />
  );
}
