import type { Lifecycle, Stage } from '../../../catalog/schema/lifecycle';
import { EntryList } from './entry-list';
import type { PageContext } from './page-context';
import { Fact, Links, StatusTag } from './parts';

/** The stages of a lifecycle, one after the other. */
export function Stages({
  context,
  lifecycle,
}: {
  readonly context: PageContext;
  readonly lifecycle: Lifecycle;
}) {
  const stages = lifecycle.stages.flatMap((id) => context.guide.stages.get(id) ?? []);
  return (
    <>
      {stages.map((stage) => (
        <StageArticle key={stage.id} context={context} stage={stage} />
      ))}
    </>
  );
}

function StageArticle({ context, stage }: { readonly context: PageContext; readonly stage: Stage }) {
  const artifacts = (security: boolean) =>
    stage.artifacts
      .filter((one) => one.security === security)
      .map(({ title, direction }) => `${title} (${direction})`);
  return (
    <article id={`stages/${stage.id}`}>
      <h3>
        {stage.number} {stage.title} <StatusTag status={stage.status} />
      </h3>
      <p>{stage.summary}</p>
      <div class="facts">
        <div>
          <Fact name="Security artifacts" lines={artifacts(true)} />
          <Fact name="Other artifacts" lines={artifacts(false)} />
          <Fact
            name="Checks"
            lines={stage.checks.map(({ title, controls }) => (
              <>
                {title} <EntryList context={context} kind="controls" ids={controls} short />
              </>
            ))}
          />
        </div>
        <div>
          <Fact name="Sign" lines={stage.signing.sign} />
          <Fact name="Verify" lines={stage.signing.verify} />
          <Fact name="What to do" lines={stage.guidance} />
          <Fact
            name="How attacks look"
            lines={stage.attacks.map(({ risk, text }) => (
              <>
                <EntryList context={context} kind="risks" ids={[risk]} short /> {text}
              </>
            ))}
          />
        </div>
        <div>
          <Fact name="Risks" lines={linesOf(context, 'risks', stage.risks)} />
          <Fact name="Controls" lines={linesOf(context, 'controls', stage.controls)} />
        </div>
        <div>
          <Fact name="Led by" lines={linesOf(context, 'roles', stage.roles.lead)} />
          <Fact name="Supported by" lines={linesOf(context, 'roles', stage.roles.supports)} />
          <Fact name="Tools" lines={linesOf(context, 'tools', stage.tools)} />
        </div>
      </div>
      <Links links={stage.links} />
    </article>
  );
}

function linesOf(
  context: PageContext,
  kind: 'risks' | 'controls' | 'roles' | 'tools',
  ids: readonly string[],
) {
  return ids.map((id) => <EntryList key={id} context={context} kind={kind} ids={[id]} />);
}
