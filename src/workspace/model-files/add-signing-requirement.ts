import { isMap, isSeq, parseDocument } from 'yaml';
import type { SigningRequirement } from '../../analysis/configuration/signing-requirement';

/**
 * A project file with one more demand on the signatures of models, before those that are there: the first that fits a model
 * counts. Everything else in the file stays, its comments too.
 *
 * @throws Error when the file is no YAML, or has something else where the demands belong
 */
export function addSigningRequirement(text: string, requirement: SigningRequirement): string {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) throw new Error(`The project file cannot be read: ${error.message.split('\n')[0] ?? ''}`);
  const models = document.get('models');
  const demands = isMap(models) ? models.get('must-be-signed') : undefined;
  const isFree = (value: unknown): boolean => value === undefined || value === null;
  if ((document.contents && !isMap(document.contents)) || !(isFree(models) || isMap(models))) {
    throw new Error('The project file has something else where the demands on models belong.');
  }
  if (isSeq(demands)) demands.items.unshift(document.createNode(requirement));
  else if (isFree(demands)) {
    const list = document.createNode([requirement]);
    if (isMap(models)) models.set('must-be-signed', list);
    else document.set('models', document.createNode({ 'must-be-signed': list }));
  } else throw new Error('`must-be-signed` in the project file is no list.');
  return document.toString({ lineWidth: 0 });
}
