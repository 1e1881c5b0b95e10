import type { RuleExample } from '../../rule';

/** JavaScript, React, Vue and Svelte for `model-output-to-html`. */
export const JAVASCRIPT: { readonly bad: readonly RuleExample[]; readonly good: readonly RuleExample[] } = {
  bad: [
    {
      title: 'JavaScript: answer set as innerHTML',
      file: 'src/app.js',
      code: "import OpenAI from 'openai';\n\nconst client = new OpenAI();\nconst completion = await client.chat.completions.create({ model: 'gpt-4o', messages });\nconst answer = completion.choices[0].message.content;\ndocument.getElementById('answer').innerHTML = answer;\n",
    },
    {
      title: 'JavaScript: Markdown of the answer rendered without cleaning',
      file: 'src/app.ts',
      code: "import { marked } from 'marked';\nimport OpenAI from 'openai';\n\nconst client = new OpenAI();\nconst completion = await client.chat.completions.create({ model: 'gpt-4o', messages });\nconst answer = completion.choices[0].message.content;\ndocument.querySelector('#out').insertAdjacentHTML('beforeend', marked.parse(answer));\n",
    },
    {
      title: 'React: answer kept as state',
      file: 'src/chat.tsx',
      code: "import { useState } from 'react';\nimport OpenAI from 'openai';\n\nconst client = new OpenAI();\nexport function Chat() {\n  const [html, setHtml] = useState('');\n  async function ask(input: string) {\n    const response = await client.responses.create({ model: 'gpt-4o', input });\n    setHtml(response.output_text);\n  }\n  return <div onClick={() => ask('hello')} dangerouslySetInnerHTML={{ __html: html }} />;\n}\n",
    },
    {
      title: 'React: messages of useChat',
      file: 'src/chat.tsx',
      code: "import { useChat } from '@ai-sdk/react';\n\nexport function Chat() {\n  const { messages } = useChat();\n  return messages.map((message) => <p key={message.id} dangerouslySetInnerHTML={{ __html: message.content }} />);\n}\n",
    },
    {
      title: 'Vue: answer in v-html',
      file: 'src/Chat.vue',
      code: "<script setup lang=\"ts\">\nimport { ref } from 'vue';\nimport OpenAI from 'openai';\n\nconst client = new OpenAI();\nconst answer = ref('');\nasync function ask(input: string) {\n  const response = await client.responses.create({ model: 'gpt-4o', input });\n  answer.value = response.output_text;\n}\n</script>\n\n<template>\n  <div v-html=\"answer\"></div>\n</template>\n",
    },
    {
      title: 'Svelte: answer in @html',
      file: 'src/Chat.svelte',
      code: "<script>\n  import OpenAI from 'openai';\n  const client = new OpenAI();\n  let answer = '';\n  async function ask(input) {\n    answer = (await client.responses.create({ model: 'gpt-4o', input })).output_text;\n  }\n</script>\n\n<div>{@html answer}</div>\n",
    },
    {
      title: 'React: Markdown that passes HTML on',
      file: 'src/chat.tsx',
      code: "import { useChat } from '@ai-sdk/react';\nimport Markdown from 'react-markdown';\nimport rehypeRaw from 'rehype-raw';\n\nexport function Chat() {\n  const { messages } = useChat();\n  return messages.map((message) => <Markdown key={message.id} rehypePlugins={[rehypeRaw]}>{message.content}</Markdown>);\n}\n",
    },
    {
      title: 'TypeScript: answer put into an element that a parameter names',
      file: 'src/app.ts',
      code: "import ollama from 'ollama';\n\nexport async function show(target: HTMLElement) {\n  const answer = await ollama.generate({ model: 'llama3', prompt: 'Hello' });\n  target.insertAdjacentHTML('beforeend', answer.response);\n}\n",
    },
  ],
  good: [
    {
      title: 'React: Markdown without raw HTML, and with HTML that is cleaned',
      file: 'src/chat.tsx',
      code: "import { useChat } from '@ai-sdk/react';\nimport Markdown from 'react-markdown';\nimport rehypeHighlight from 'rehype-highlight';\nimport rehypeRaw from 'rehype-raw';\nimport rehypeSanitize from 'rehype-sanitize';\n\nexport function Chat() {\n  const { messages } = useChat();\n  return messages.map((message) => (\n    <>\n      <Markdown rehypePlugins={[rehypeHighlight]}>{message.content}</Markdown>\n      <Markdown rehypePlugins={[rehypeRaw, rehypeSanitize]}>{message.content}</Markdown>\n    </>\n  ));\n}\n",
    },
    {
      title: 'JavaScript: cleaned, or set as text',
      file: 'src/app.js',
      code: "import DOMPurify from 'dompurify';\nimport { marked } from 'marked';\nimport OpenAI from 'openai';\n\nconst client = new OpenAI();\nconst completion = await client.chat.completions.create({ model: 'gpt-4o', messages });\nconst answer = completion.choices[0].message.content;\ndocument.getElementById('answer').innerHTML = DOMPurify.sanitize(marked.parse(answer));\ndocument.getElementById('plain').textContent = answer;\n",
    },
    {
      title: 'React: answer as a child, which React escapes',
      file: 'src/chat.tsx',
      code: "import { useState } from 'react';\nimport OpenAI from 'openai';\n\nconst client = new OpenAI();\nexport function Chat() {\n  const [text, setText] = useState('');\n  const ask = async (input: string) => setText((await client.responses.create({ model: 'gpt-4o', input })).output_text);\n  return <p onClick={() => ask('hello')}>{text}</p>;\n}\n",
    },
    {
      title: 'JavaScript: HTML of the program itself',
      file: 'src/app.js',
      code: "import OpenAI from 'openai';\n\nconst client = new OpenAI();\nconst completion = await client.chat.completions.create({ model: 'gpt-4o', messages });\nconst answer = completion.choices[0].message.content;\ndocument.body.innerHTML = '<p>Loading</p>';\ndocument.body.innerHTML = `<b>${completion.usage.total_tokens}</b>`;\n",
    },
  ],
};
