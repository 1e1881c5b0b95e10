import { describe, expect, it } from 'vitest';
import { callOf, namesOf, readScript } from './read-script';

describe('the names of a call', () => {
  it.each([
    ['default import', "import OpenAI from 'openai';\nnew OpenAI();", 'OpenAI', ['openai.default']],
    ['named import', "import { exec as run } from 'child_process';\nrun();", 'run', ['child_process.exec']],
    ['namespace', "import * as cp from 'node:child_process';\ncp.exec();", 'cp.exec', ['child_process.exec']],
    ['attribute of a default import', "import fs from 'fs';\nfs.readFile();", 'fs.readFile', ['fs.readFile']],
    ['require', "const cp = require('child_process');\ncp.exec();", 'cp.exec', ['child_process.exec']],
    [
      'require in pieces',
      "const { exec: run } = require('child_process');\nrun();",
      'run',
      ['child_process.exec'],
    ],
    [
      'require as a constructor',
      "const OpenAI = require('openai');\nnew OpenAI();",
      'OpenAI',
      ['openai.default'],
    ],
    [
      'require and default',
      "const OpenAI = require('openai').default;\nnew OpenAI();",
      'OpenAI',
      ['openai.default'],
    ],
    [
      'import at run time',
      "const { generateText } = await import('ai');\ngenerateText();",
      'generateText',
      ['ai.generateText'],
    ],
    ['default at run time', "const { default: A } = await import('@a/b');\nnew A();", 'A', ['@a/b.default']],
    ['then', "import('ai').then((m) => m.embed());", 'm.embed', ['ai.embed']],
    [
      'part of a package',
      "import { X } from '@scope/name/dir/part.js';\nnew X();",
      'X',
      ['@scope/name/dir/part.X'],
    ],
    [
      'package from the web',
      "import { X } from 'https://esm.sh/openai@4.20.1';\nnew X();",
      'X',
      ['openai.X'],
    ],
    ['relative module', "import { ask } from './llm.js';\nask();", 'ask', ['./llm.ask']],
    ['global', 'eval(x);', 'eval', ['globals.eval']],
    ['method of an instance', "import { A } from 'm';\nconst a = new A();\na.b.c();", 'a.b.c', ['m.A().b.c']],
    ['chain', "import z from 'm';\nz.a().b({}).c();", 'z.a().b({}).c', ['m.a().b().c']],
    [
      'optional chain and assertion',
      "import { A } from 'm';\nconst a = new A();\na?.b!.c?.();",
      'a?.b!.c',
      ['m.A().b.c'],
    ],
    [
      'type arguments and cast',
      "import { A } from 'm';\n(new A<string>() as any).go<number>();",
      '(new A<string>() as any).go',
      ['m.A().go'],
    ],
    ['either of two', "import { a, b } from 'm';\nconst f = x ? a : b;\nf();", 'f', ['m.a', 'm.b']],
    ['fallback', "import { a } from 'm';\nconst f = g ?? a;\nf();", 'f', ['globals.g', 'm.a']],
    ['awaited', "import { open } from 'm';\nconst db = await open();\ndb.run();", 'db.run', ['m.open().run']],
    [
      'promisified',
      "import { exec } from 'child_process';\nimport { promisify } from 'util';\npromisify(exec)('x');",
      'promisify(exec)',
      ['child_process.exec'],
    ],
    ['bound', "import { a } from 'm';\nconst b = a.c.bind(a);\nb();", 'b', ['m.a.c']],
    [
      'field of a class',
      "import { A } from 'm';\nclass B { a = new A(); go() { this.a.run(); } }",
      'this.a.run',
      ['m.A().run'],
    ],
    [
      'field set in the constructor',
      "import { A } from 'm';\nclass B { constructor() { this.a = new A(); } go() { this.a.run(); } }",
      'this.a.run',
      ['m.A().run'],
    ],
    [
      'field declared by a parameter',
      "import { A } from 'm';\nclass B { constructor(private a: A) {} go() { this.a.run(); } }",
      'this.a.run',
      ['m.A().run'],
    ],
    [
      'type of a parameter',
      "import type { A } from 'm';\nfunction f(a: A | undefined) { a.run(); }",
      'a.run',
      ['m.A().run'],
    ],
    [
      'type of a module',
      "import express from 'express';\nfunction f(q: express.Request) { q.get(); }",
      'q.get',
      ['express.Request().get'],
    ],
    [
      'inherited method',
      "import { A } from 'm';\nclass B extends A {}\nnew B().run();",
      'new B().run',
      ['<local>.B().run', 'm.A().run'],
    ],
    [
      'object as a module',
      "import { A } from 'm';\nconst api = { client: new A() };\napi.client.run();",
      'api.client.run',
      ['m.A().run'],
    ],
    [
      'result of a local function',
      "import { A } from 'm';\nconst make = () => new A();\nmake().run();",
      'make().run',
      ['m.A().run'],
    ],
    ['local function', 'function f() {}\nf();', 'f', ['<local>.f']],
    [
      'parameter of a handler',
      "import express from 'express';\nconst app = express();\napp.post('/', (a, b) => b.send(a));",
      'b.send',
      ['express.default().post.$1.send'],
    ],
    [
      'parameter of a handler given by name',
      "import { app } from 'm';\napp.get('/', go);\nfunction go(c) { c.text(); }",
      'c.text',
      ['m.app.get.$0.text'],
    ],
    [
      'parameter of an option',
      "import { tool } from 'ai';\ntool({ execute: async (a) => a.run() });",
      'a.run',
      ['ai.tool.execute.$0.run'],
    ],
    [
      'decorated parameter',
      "import { Body } from '@nestjs/common';\nclass C { m(@Body() b) { b.run(); } }",
      'b.run',
      ['@nestjs/common.Body().$value.run'],
    ],
    [
      'request by convention',
      'export const f = (req, res) => res.send(req);',
      'res.send',
      ['<http>.Response().send'],
    ],
    ['method of something unknown', 'list[0].go();', 'list[0].go', ['<any>.go']],
    ['element by its name', "import * as m from 'm';\nm['run']();", "m['run']", ['m.run']],
    ['tagged template', "import { sql } from 'm';\nsql`a ${b}`;", 'sql', ['m.sql']],
  ])('%s', (_title, code, callee, names) => {
    expect(namesOf(code, callee)).toEqual(names);
  });

  it('follows the branch that is taken last', () => {
    const code = "import { a, b } from 'm';\nlet f = a;\nf = b;\nf();";
    expect(namesOf(code, 'f')).toEqual(['m.b']);
  });

  it('knows both where a branch may be taken', () => {
    const code = "import { a, b } from 'm';\nlet f = a;\nif (x) f = b;\nf();";
    expect([...namesOf(code, 'f')].sort()).toEqual(['m.a', 'm.b']);
  });

  it('says so when a name rests on a convention', () => {
    const model = readScript('export const f = (req, res) => res.send(req);');
    expect(callOf(model, 'res.send').nameConfidence).toBe('probable');
  });
});

describe('places that take HTML', () => {
  it.each([
    ['property', 'node.innerHTML = x;', '<set>.innerHTML', 'x'],
    [
      'React',
      'const a = <p dangerouslySetInnerHTML={{ __html: x }} />;',
      '<jsx>.dangerouslySetInnerHTML',
      'x',
    ],
    [
      'Vue',
      '<template><p v-html="x"></p></template>\n<script setup>\nlet x;\n</script>\n',
      'globals._html_',
      'x',
    ],
    ['Svelte', '<script>\nlet x;\n</script>\n{@html x}\n', 'globals._htm_', 'x'],
  ])('%s', (_title, code, name, value) => {
    const model = readScript(code);
    const call = model.calls.find(({ names }) => names.includes(name));
    expect(call?.arguments.map((argument) => model.textAt(argument.value.range))).toEqual([value]);
  });
});
