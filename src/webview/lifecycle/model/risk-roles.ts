import type { Risk } from '../../../catalog/schema/reference';
import type { CatalogIndex } from './catalog-index';
import { stagesOfRisk } from './risk-relations';

/**
 * Who acts against a risk: the roles responsible for an activity that puts one of its controls in place; where no activity
 * does, those who lead the stages it touches.
 */
export function rolesOfRisk(risk: Risk, index: CatalogIndex): string[] {
  const responsible = [...index.guide.activities.values()]
    .filter((activity) => activity.controls.some((control) => risk.controls.includes(control)))
    .flatMap((activity) => activity.responsible);
  const leads = stagesOfRisk(risk.id, index).flatMap((stage) => stage.roles.lead);
  return [...new Set(responsible.length > 0 ? responsible : leads)];
}
