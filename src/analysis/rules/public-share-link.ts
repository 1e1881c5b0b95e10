import type { Call } from '../../source/expression';
import { riskyCallListeners } from '../rule-support/risky-call';
import { isTrue } from '../rule-support/written-value';
import type { Rule, RuleContext } from '../rule';

const ADVICE =
  'Anybody who has or guesses the link can use the model; ask for a password or serve it within your network.';

const risky = riskyCallListeners({
  topics: ['public-link'],
  advice: ADVICE,
  weigh: (call, { call: name }) =>
    name.startsWith('gradio') && call.argument({ keyword: 'auth' }).state !== 'absent'
      ? { severity: 'info' }
      : {},
});

/** `demo.launch(share=True)` where the application comes from elsewhere. */
function checkLaunch(call: Call, context: RuleContext): void {
  const { model } = context;
  const { callee } = call;
  if (callee.kind !== 'attribute' || callee.name !== 'launch') return;
  if (call.names.some((name) => name.startsWith('gradio.'))) return;
  const share = call.argument({ keyword: 'share' });
  if (share.state !== 'given' || !isTrue(share.argument.value, model)) return;
  context.report({
    at: call,
    subject: 'launch',
    message: `\`${model.textAt(callee.range)}\` makes the application public under a link that anybody can open. ${ADVICE}`,
    ...(call.argument({ keyword: 'auth' }).state === 'absent' ? {} : { severity: 'info' }),
  });
}

export const rule: Rule = {
  id: 'public-share-link',
  title: 'Local model application is made public',
  stages: ['model-serving', 'experimentation', 'llm-develop-experiment', 'llm-deploy'],
  risks: ['owasp-ml-2023:ML05', 'owasp-llm-2026:LLM06', 'owasp-llm-2025:LLM10'],
  cwe: ['CWE-306', 'CWE-200'],
  atlas: ['AML.T0049', 'AML.T0040'],
  controls: ['C34'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['serving', 'exposure'],
  languages: ['python'],
  what: 'Finds `launch(share=True)` of Gradio and tunnels by ngrok, Cloudflare and localtunnel. A Gradio application with `auth=` is reported as information; a tunnel with a password is not.',
  why: 'The link passes firewalls and leads to your machine: whoever has it uses the model at your cost, reads what the application shows, and meets every flaw of the application and of the framework. Links end up in chats and logs, and scanners try their names.',
  fix: 'Leave `share` out and serve within your network, or on a host with a login. For a demonstration, set `auth=(user, password)` read from the environment and close it afterwards; ngrok takes `basic_auth=` or `oauth_provider=`.',
  references: [
    { title: 'Gradio: sharing your app', url: 'https://www.gradio.app/guides/sharing-your-app' },
    { title: 'ngrok: basic auth', url: 'https://ngrok.com/docs/http/basic-auth/' },
  ],
  examples: {
    bad: [
      {
        title: 'Gradio',
        code: 'import gradio as gr\n\ndemo = gr.Interface(fn=predict, inputs="text", outputs="text")\ndemo.launch(share=True)\n',
      },
      {
        title: 'in one expression',
        code: 'import gradio as gr\n\ngr.ChatInterface(chat).queue().launch(share=True, debug=True)\n',
      },
      { title: 'an application from another file', code: 'from ui import demo\n\ndemo.launch(share=True)\n' },
      {
        title: 'with a password (information)',
        code: 'import gradio as gr\n\nwith gr.Blocks() as demo:\n    gr.Textbox()\ndemo.launch(share=True, auth=("user", password))\n',
      },
      { title: 'ngrok', code: 'from pyngrok import ngrok\n\npublic = ngrok.connect(8501)\n' },
    ],
    good: [
      {
        title: 'the default',
        code: 'import gradio as gr\n\ndemo = gr.Interface(fn=predict, inputs="text", outputs="text")\ndemo.launch()\n',
      },
      {
        title: 'the caller decides',
        code: 'import gradio as gr\n\ndef main(share):\n    with gr.Blocks() as demo:\n        gr.Textbox()\n    demo.launch(share=share)\n',
      },
      { title: 'off', code: 'import gradio as gr\n\ngr.ChatInterface(chat).launch(share=False)\n' },
      {
        title: 'a tunnel with a password',
        code: 'from pyngrok import ngrok\n\nngrok.connect(8501, basic_auth=["user:" + password])\n',
      },
    ],
  },
  needs: ['risky-call:public-link'],
  triggers: () => ['share=True'],
  on: { ...risky, call: checkLaunch },
};
