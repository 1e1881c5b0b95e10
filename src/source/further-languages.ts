import { dataReader } from './data/data-reader';
import { DOCKERFILE_READER } from './dockerfile/read-dockerfile';
import { readDotenv } from './dotenv/read-dotenv';
import type { FurtherLanguages } from './front-ends';
import { readIni } from './ini/read-ini';
import { JavaScriptFrontEnd } from './javascript/javascript-front-end';
import { readJson } from './json/read-json';
import { markdownReader } from './markdown/read-markdown';
import { REQUIREMENTS_READER } from './packages/read-requirements';
import { SHELL_READER } from './shell/read-shell-file';
import { readToml } from './toml/read-toml';
import { readYaml } from './yaml/read-yaml';

/** The front ends of everything but Python. A bundle of their own where a session may do without them. */
export const FURTHER_LANGUAGES: FurtherLanguages = {
  programs: {
    javascript: new JavaScriptFrontEnd('javascript'),
    typescript: new JavaScriptFrontEnd('typescript'),
  },
  documents: {
    yaml: dataReader('yaml', readYaml),
    json: dataReader('json', readJson),
    toml: dataReader('toml', readToml),
    ini: dataReader('ini', readIni),
    dotenv: dataReader('dotenv', readDotenv),
    markdown: markdownReader,
    dockerfile: DOCKERFILE_READER,
    requirements: REQUIREMENTS_READER,
    shell: SHELL_READER,
  },
};
