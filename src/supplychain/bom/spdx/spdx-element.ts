import { uriSegment } from '../uri-segment';

/** A value of JSON-LD as the serialisation of SPDX 3.0.1 writes it. */
export type SpdxValue = string | number | SpdxNode | readonly SpdxValue[] | undefined;

/** A node of the graph; the names of its fields carry their profile: `software_packageUrl`. */
export interface SpdxNode {
  readonly type: string;
  readonly [field: string]: SpdxValue;
}

/** The one record of creation that every element of the document names. */
export const CREATION_INFO = '_:creationinfo';

/** Makes elements of one document. */
export class SpdxElements {
  /** @param namespace IRI of the document; the ids of its elements begin with it */
  constructor(readonly namespace: string) {}

  /** The IRI of an element, by a name that is unique in the document. */
  id(name: string): string {
    return `${this.namespace}#${uriSegment(name)}`;
  }

  make(type: string, name: string, fields: Readonly<Record<string, SpdxValue>>): SpdxNode {
    return { type, spdxId: this.id(name), creationInfo: CREATION_INFO, ...fields };
  }

  /** @param from name of the element it leads away from; `to` holds the names of others, one at least */
  relationship(type: string, from: string, to: readonly string[], comment?: string): SpdxNode {
    return this.make('Relationship', `${type} ${from}${comment === undefined ? '' : ` ${comment}`}`, {
      relationshipType: type,
      from: this.id(from),
      to: to.map((name) => this.id(name)),
      comment,
    });
  }
}
