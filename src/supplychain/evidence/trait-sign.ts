import { PROJECT_TRAITS, type ProjectTrait } from '../../catalog/project-traits';

/**
 * Observations also say what a project has at all, under ids of this form: `HAS-service`. They are evidence of nothing; they decide
 * which evidence is asked for.
 */
export function traitSign(trait: ProjectTrait): string {
  return `HAS-${trait}`;
}

/** The trait that an id of an observation stands for; undefined for evidence. */
export function traitOfSign(id: string): ProjectTrait | undefined {
  return PROJECT_TRAITS.find((trait) => id === traitSign(trait));
}
