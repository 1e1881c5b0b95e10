/** Code with one finding, on line 1, and its range. */
export const RISKY = 'import pickle\nmodel = pickle.load(open(path, "rb"))\n';
export const RISKY_RULE = 'unsafe-pickle-load';
export const RISKY_LINE = { start: { line: 1, character: 10 }, end: { line: 1, character: 10 } };

/** Code without any. */
export const CLEAN = 'import json\nmodel = json.load(open(path, "rb"))\n';

/** Code whose finding has a fix, and the code after it. */
export const FIXABLE = 'import yaml\nconfig = yaml.load(text, Loader=yaml.UnsafeLoader)\n';
export const FIXABLE_RULE = 'yaml-unsafe-load';
