import type { Guidance } from '../../../catalog/schema/practice';
import { EntryList } from './entry-list';
import type { PageContext } from './page-context';
import { Fact, Links } from './parts';

/** The pages of good practice of one form. */
export function Practice({
  context,
  form,
}: {
  readonly context: PageContext;
  readonly form: Guidance['form'];
}) {
  const pages = [...context.guide.guidance.values()].filter((page) => page.form === form);
  return (
    <>
      {pages.map((page) => (
        <Page key={page.id} context={context} page={page} />
      ))}
    </>
  );
}

function Page({ context, page }: { readonly context: PageContext; readonly page: Guidance }) {
  return (
    <article id={`guidance/${page.id}`}>
      <h3>{page.title}</h3>
      <p>{page.summary}</p>
      <ol>
        {page.steps.map((step) => (
          <li key={step.title}>
            <b>{step.title}.</b> {step.text}
            {step.commands.length > 0 && <pre>{step.commands.join('\n')}</pre>}
            {step.code && <pre>{step.code.text}</pre>}
            {step.gate !== undefined && (
              <p class="note">
                <b>Stop when:</b> {step.gate}
              </p>
            )}
            {step.evidence !== undefined && (
              <p class="note">
                <b>Leaves behind:</b> {step.evidence}
              </p>
            )}
          </li>
        ))}
      </ol>
      <Fact name="What it does not protect against" lines={page.limits} />
      <p class="links">
        <EntryList context={context} kind="controls" ids={page.controls} short />{' '}
        <EntryList context={context} kind="risks" ids={page.risks} short />
      </p>
      <Links links={page.links} />
    </article>
  );
}
