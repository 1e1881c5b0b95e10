import type { Stage } from '../../../catalog/schema/lifecycle';
import type { Role, Tool } from '../../../catalog/schema/reference';
import { resolve } from '../model/catalog-index';
import { usePanel } from '../panel-context';
import { EntryDisclosure } from '../parts/entry-disclosure';
import { Section } from '../parts/section';

/** Who leads a stage and who supports it. */
export function StageRoles({ stage }: { readonly stage: Stage }) {
  const { index } = usePanel();
  const lead = resolve(stage.roles.lead, index.role);
  const supports = resolve(stage.roles.supports, index.role);
  if (lead.length + supports.length === 0) return null;
  return (
    <Section title="Roles">
      <div class="columns">
        <RoleColumn title="Lead" roles={lead} />
        <RoleColumn title="Support" roles={supports} />
      </div>
    </Section>
  );
}

function RoleColumn({ title, roles }: { readonly title: string; readonly roles: readonly Role[] }) {
  if (roles.length === 0) return null;
  return (
    <div>
      <h4>{title}</h4>
      {roles.map((role) => (
        <EntryDisclosure key={role.id} kind="roles" entry={role} label={role.id} />
      ))}
    </div>
  );
}

/** The controls of a stage; each opens to what it is. */
export function StageControls({ stage }: { readonly stage: Stage }) {
  const { index } = usePanel();
  const controls = resolve(stage.controls, index.control);
  if (controls.length === 0) return null;
  return (
    <Section title="Controls" count={controls.length}>
      {controls.map((control) => (
        <EntryDisclosure key={control.id} kind="controls" entry={control} label={control.id} />
      ))}
    </Section>
  );
}

/** The tools that help at a stage, those of the OpenSSF first. */
export function StageTools({ stage }: { readonly stage: Stage }) {
  const { index } = usePanel();
  const tools = resolve(stage.tools, index.tool).sort((a, b) => homeOrder(a) - homeOrder(b));
  if (tools.length === 0) return null;
  return (
    <Section title="Tools" count={tools.length}>
      {tools.map((tool) => (
        <EntryDisclosure key={tool.id} kind="tools" entry={tool} label={tool.home} />
      ))}
    </Section>
  );
}

function homeOrder(tool: Tool): number {
  const at = ['OpenSSF', 'OWASP'].indexOf(tool.home);
  return at < 0 ? 2 : at;
}
