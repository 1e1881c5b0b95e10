import { riskyCallListeners } from '../rule-support/risky-call';
import type { Rule } from '../rule';

export const rule: Rule = {
  id: 'development-reload',
  title: 'Server restarts when a file changes',
  stages: ['model-serving', 'llm-deploy', 'continuous-deployment'],
  risks: ['owasp-ml-2023:ML10', 'owasp-llm-2026:LLM06', 'owasp-llm-2025:LLM10'],
  cwe: ['CWE-489'],
  atlas: ['AML.T0029'],
  controls: ['C29'],
  severity: 'info',
  preset: 'strict',
  since: '0.1.0',
  tags: ['serving', 'web'],
  languages: ['python'],
  what: 'Finds `uvicorn.run(reload=True)` and the reloaders of Flask, Quart, Bottle, Sanic and NiceGUI.',
  why: 'Whoever can write a file below the program’s folder – through an upload, a cache, a model that writes files – changes the code that is served. The reloader also starts the model anew, which takes memory and time.',
  fix: 'Leave it out and give it at the command line on your own machine: `uvicorn app:app --reload`.',
  references: [{ title: 'Uvicorn: settings', url: 'https://www.uvicorn.org/settings/' }],
  examples: {
    bad: [
      { title: 'uvicorn', code: 'import uvicorn\n\nuvicorn.run("service:app", port=8000, reload=True)\n' },
      {
        title: 'Flask',
        code: 'from flask import Flask\n\napp = Flask(__name__)\napp.run(use_reloader=True)\n',
      },
    ],
    good: [
      {
        title: 'off',
        code: 'import uvicorn\n\nuvicorn.run("service:app", port=8000, reload=False)\nuvicorn.run("service:app", workers=4)\n',
      },
      {
        title: 'chosen at start',
        code: 'import uvicorn\n\ndef main(reload):\n    uvicorn.run("service:app", reload=reload)\n',
      },
    ],
  },
  needs: ['risky-call:development-reload'],
  on: riskyCallListeners({
    topics: ['development-reload'],
    does: 'starts the server anew whenever a file changes',
    advice:
      'Whoever can write a file there changes what is served; give the switch at the command line instead.',
  }),
};
