import type { XmlPart } from './scan-xml';

type Tell = (verdict: 'safe' | 'suspicious' | 'malicious', message: string, code?: string) => void;
type Element = Extract<XmlPart, { kind: 'element' }>;

/** What only code has that starts programs, opens files or connects, in the languages of those who read PMML. */
const HARMFUL =
  /\b(?:Runtime\s*\.\s*getRuntime|ProcessBuilder|java\.lang\.(?:Runtime|Process\w*)|os\.system|subprocess\.|__import__|exec\s*\(|eval\s*\(|system\s*\(|popen\s*\(|javascript:|powershell|cmd\.exe|\/bin\/(?:ba)?sh)/u;
const JAVA_CLASS = /^(?:[a-z_]\w*\.)+[A-Z]\w*$/u;

/** Elements that no model needs: scripts, what is included from elsewhere, functions that are classes of a program. */
export function inspectElement({ name, prefix, attributes, text }: Element, tell: Tell): void {
  if (/^script$/iu.test(name)) tell('malicious', 'The document holds a script.', text.trim().slice(0, 200));
  if (name === 'include' && /^xi/iu.test(prefix)) {
    const address = attributes.get('href') ?? '';
    tell('malicious', `Another document is read into it: "${address}".`, address);
  }
  if (/^xsl$/iu.test(prefix)) tell('suspicious', 'The document holds a style sheet, which is a program.');
  if (name === 'Apply') inspectFunction(attributes.get('function') ?? '', tell);
  const values = name === 'Extension' ? [text, ...attributes.values()] : [...attributes.values()];
  const code = values.find((value) => HARMFUL.test(value)) ?? '';
  if (code !== '')
    tell('malicious', `An element ${name} holds code that does harm.`, code.trim().slice(0, 200));
}

/** Some readers take the name of a Java class for a function. */
function inspectFunction(callee: string, tell: Tell): void {
  if (JAVA_CLASS.test(callee))
    tell('suspicious', `The function ${callee}: unknown code, a class of the program.`, callee);
}
