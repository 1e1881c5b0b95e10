/**
 * The one form of an id by which its spellings are compared: `AML.T0051`, `aml-t0051` and `T0051` are one name, and so
 * are `GOVERN 1.1` and `govern-1.1`. Dots stay, because `C1.1` and `C11` are two things.
 */
export function idForm(id: string): string {
  return id
    .toLowerCase()
    .replace(/[\s_:/()-]+/gu, '')
    .replace(/^aml\.?(?=[tm])/u, '');
}

/** Forms of an id for people who leave out zeros or dots: `LLM4`, `T51`, `PW41`. None where the id has no digit. */
export function looseIdForms(id: string): string[] {
  const form = idForm(id);
  return /\d/u.test(form) ? [form.replace(/(?<!\d)0+(?=\d)/gu, ''), form.replaceAll('.', '')] : [];
}

/**
 * Every way people name an entry by its id. The id of an item that is only a word is no such name: who types `rate limit` does
 * not mean the item `RATE-LIMIT` of one framework.
 *
 * @param id as the catalog has it: `owasp-llm-2026:LLM04`, `nist-ai-rmf:GOVERN-1.1`, `controls/C06`
 * @param label as people write it: `LLM04:2026`
 * @param isHead whether others are part of it, so that even a word (`GOVERN`) is what it is called
 */
export function idSpellings(id: string, label: string, isHead: boolean): string[] {
  const own = id.slice(id.indexOf('/') + 1);
  const colon = own.indexOf(':');
  const short = own.slice(colon + 1);
  const names = [idForm(id)];
  const form = idForm(short);
  if (isHead || /\d|^[A-Z&]{2,3}$/u.test(short)) names.push(form, idForm(label));
  if (colon > 0) {
    const list = own.slice(0, colon);
    for (const name of listForms(list)) names.push(name + form);
    const year = /-20(\d\d)$/u.exec(list)?.[1];
    if (year !== undefined) names.push(form + year, `${form}20${year}`);
  }
  const number = /^cwe-(\d+)$/iu.exec(id)?.[1];
  if (number !== undefined) names.push(number);
  return [...new Set(names)].filter((name) => name !== '');
}

const formsOfLists = new Map<string, readonly string[]>();

/** What the list is called in front of an id; kept, because it is asked for each of its members. */
function listForms(list: string): readonly string[] {
  let forms = formsOfLists.get(list);
  if (forms === undefined) {
    forms = [...frameworkNames(list), list.split('-')[0] ?? ''].map(idForm);
    formsOfLists.set(list, forms);
  }
  return forms;
}

const PUBLISHER = /^(?:owasp|nist|mitre|csa|cosai|cisa)-(?=[^-]{1,5}$|.*[-\d])/u;

/** What a framework is called by its id: `nist-ssdf-1.1` is also `nist-ssdf`, `ssdf-1.1` and `ssdf`. */
export function frameworkNames(id: string): string[] {
  const name = id.replace(/-[\d.]+$/u, '');
  return [...new Set([id, name, id.replace(PUBLISHER, ''), name.replace(PUBLISHER, '')])];
}
