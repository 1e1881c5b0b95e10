import { Enums, Models } from '@cyclonedx/cyclonedx-library';
import { listedLicense } from '../listed-license';

/** The license of a part: what a card or the catalog declares, never what was concluded from reading files. */
export function licenseOf(text: string | undefined): Models.LicenseRepository {
  const listed = listedLicense(text ?? '');
  if (!listed) return new Models.LicenseRepository();
  return new Models.LicenseRepository([made(listed)]);
}

function made(listed: NonNullable<ReturnType<typeof listedLicense>>): Models.License {
  const declared = { acknowledgement: Enums.LicenseAcknowledgement.Declared };
  if (listed.kind === 'id') return new Models.SpdxLicense(listed.id, declared);
  if (listed.kind === 'name') return new Models.NamedLicense(listed.name, declared);
  const expression = new Models.LicenseExpression(listed.expression);
  expression.acknowledgement = Enums.LicenseAcknowledgement.Declared;
  return expression;
}
