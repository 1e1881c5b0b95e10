/**
 * The part of SARIF 2.1.0 that we write: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. The names are
 * the standard's. Lines and columns count from 1, end columns are exclusive, columns are UTF-16 units.
 */
export interface SarifLog {
  readonly $schema: string;
  readonly version: '2.1.0';
  readonly runs: readonly SarifRun[];
}

export interface SarifRun {
  readonly tool: { readonly driver: SarifComponent & { readonly rules: readonly SarifDescriptor[] } };
  readonly taxonomies: readonly SarifTaxonomy[];
  readonly invocations: readonly SarifInvocation[];
  readonly originalUriBaseIds: Readonly<Record<string, { readonly uri: string }>>;
  readonly columnKind: 'utf16CodeUnits';
  readonly artifacts: readonly SarifArtifact[];
  readonly results: readonly SarifResult[];
}

export interface SarifComponent {
  readonly name: string;
  readonly version?: string;
  readonly semanticVersion?: string;
  readonly organization?: string;
  readonly informationUri?: string;
  readonly supportedTaxonomies?: readonly { readonly name: string; readonly index: number }[];
}

export interface SarifTaxonomy extends SarifComponent {
  readonly isComprehensive: boolean;
  readonly taxa: readonly SarifDescriptor[];
}

export interface SarifDescriptor {
  readonly id: string;
  readonly name?: string;
  readonly shortDescription?: SarifText;
  readonly fullDescription?: SarifText;
  readonly help?: SarifText;
  readonly helpUri?: string;
  readonly defaultConfiguration?: { readonly level: SarifLevel };
  readonly relationships?: readonly {
    readonly target: { readonly id: string; readonly index: number; readonly toolComponent: SarifReference };
    readonly kinds: readonly string[];
  }[];
  readonly properties?: Readonly<Record<string, unknown>>;
}

export interface SarifReference {
  readonly name: string;
  readonly index: number;
}

export interface SarifText {
  readonly text: string;
  readonly markdown?: string;
}

export type SarifLevel = 'error' | 'warning' | 'note';

export interface SarifInvocation {
  readonly executionSuccessful: boolean;
  readonly toolExecutionNotifications: readonly SarifNotification[];
  readonly toolConfigurationNotifications: readonly SarifNotification[];
}

export interface SarifNotification {
  readonly level: SarifLevel;
  readonly message: SarifText;
  readonly locations: readonly SarifLocation[];
  readonly properties?: Readonly<Record<string, unknown>>;
}

export interface SarifArtifact {
  readonly location: SarifArtifactLocation;
  readonly length: number;
  /** Left out for what is no source. */
  readonly sourceLanguage?: string;
}

export interface SarifArtifactLocation {
  readonly uri: string;
  readonly uriBaseId?: string;
  readonly index?: number;
}

export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex?: number;
  readonly level: SarifLevel;
  readonly message: SarifText;
  readonly locations: readonly SarifLocation[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly codeFlows?: readonly {
    readonly threadFlows: readonly { readonly locations: readonly { readonly location: SarifLocation }[] }[];
  }[];
  readonly relatedLocations?: readonly SarifLocation[];
  readonly fixes?: readonly SarifFix[];
  readonly suppressions?: readonly { readonly kind: 'inSource'; readonly justification: string }[];
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface SarifFix {
  readonly description: SarifText;
  readonly artifactChanges: readonly {
    readonly artifactLocation: SarifArtifactLocation;
    readonly replacements: readonly {
      readonly deletedRegion: SarifRegion;
      readonly insertedContent: { readonly text: string };
    }[];
  }[];
}

export interface SarifLocation {
  readonly id?: number;
  readonly physicalLocation: {
    readonly artifactLocation: SarifArtifactLocation;
    readonly region?: SarifRegion;
  };
  readonly logicalLocations?: readonly {
    readonly name: string;
    readonly fullyQualifiedName?: string;
    readonly kind: string;
    readonly index?: number;
  }[];
  readonly message?: SarifText;
}

/** Lines and columns of a text, or bytes of what is no text. */
export type SarifRegion = Partial<SarifTextRegion> & {
  readonly byteOffset?: number;
  readonly byteLength?: number;
};

export interface SarifTextRegion {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly snippet?: { readonly text: string };
}
