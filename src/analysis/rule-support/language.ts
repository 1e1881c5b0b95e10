import type { SourceModel } from '../../source/model';

/** Whether a document is JavaScript or TypeScript. */
export function isScript({ language }: Pick<SourceModel, 'language'>): boolean {
  return language === 'javascript' || language === 'typescript';
}
