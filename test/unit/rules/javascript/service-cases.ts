/** Services, cryptography and tokens in JavaScript and TypeScript, by the name of the file they stand in. */
export const SERVICE_CASES: Readonly<Record<string, string>> = {
  'hashes.js': `import crypto from 'node:crypto';
import { createHash } from 'crypto';
import md5 from 'md5';
import CryptoJS from 'crypto-js';
const a = crypto.createHash('md5').update(file).digest('hex'); // bad: weak-hash
const b = createHash('sha1').update(file).digest('hex'); // bad: weak-hash
const c = md5(password); // bad: weak-hash
const d = CryptoJS.MD5(text).toString(); // bad: weak-hash
const e = crypto.createHash('sha256').update(file).digest('hex'); // ok: weak-hash
const f = createHash(algorithm).update(file).digest('hex');
const h = await crypto.subtle.digest('SHA-256', data);
`,
  'common.js': `const crypto = require('crypto');
const jwt = require('jsonwebtoken');
const HASH = 'MD5';
const a = crypto.createHash(HASH).update(x).digest('hex'); // bad: weak-hash
const token = jwt.sign({ id }, 'shhhhh-a-secret'); // bad: hard-coded-key
const data = jwt.verify(token, 'shhhhh-a-secret'); // bad: hard-coded-key
const ok = jwt.sign({ id }, process.env.JWT_SECRET);
const claims = jwt.decode(token); // bad: token-not-verified
const open = jwt.verify(token, key, { algorithms: ['none'] }); // bad: token-not-verified
const good = jwt.verify(token, key, { algorithms: ['HS256'] }); // ok: token-not-verified
const unsigned = jwt.sign({ id }, key, { algorithm: 'none' }); // bad: token-not-verified
`,
  'ciphers.ts': `import { createCipheriv, createDecipheriv, createCipher, generateKeyPairSync, createHmac, createSign } from 'node:crypto';
const a = createCipheriv('des-ede3-cbc', key, iv); // bad: weak-cipher
const b = createCipheriv('aes-256-ecb', key, null); // bad: weak-cipher
const c = createCipheriv('aes-256-gcm', key, iv); // ok: weak-cipher
const d = createCipher('aes-256-cbc', password); // bad: weak-cipher
const e = generateKeyPairSync('rsa', { modulusLength: 1024 }); // bad: weak-cipher
const f = generateKeyPairSync('rsa', { modulusLength: 4096 });
const g = createHmac('sha256', 'my-signing-key').update(body); // bad: hard-coded-key
const h = createHmac('sha256', process.env.SIGNING_KEY).update(body);
const i = createSign('RSA-SHA256').update(body).sign(privateKey, 'base64');
`,
  'sessions.js': `import express from 'express';
import session from 'express-session';
import { expressjwt } from 'express-jwt';
const app = express();
app.use(session({ secret: 'keyboard cat', resave: false })); // bad: hard-coded-key
app.use(session({ secret: process.env.SESSION_SECRET }));
app.use(expressjwt({ secret: 'a-literal-secret', algorithms: ['HS256'] })); // bad: hard-coded-key
`,
  'guess.js': `const sessionToken = Math.random().toString(36).slice(2); // bad: predictable-secret
const apiKey = 'k-' + Math.random().toString(16); // bad: predictable-secret
function generatePassword() {
  return Math.random().toString(36); // bad: predictable-secret
}
const jitter = Math.random() * 100;
const id = Math.random().toString(36);
const user = { resetToken: Math.random().toString(36), temperature: Math.random() }; // bad: predictable-secret
const key = Math.random();
const secret = crypto.randomUUID();
`,
  'cors.js': `import express from 'express';
import cors from 'cors';
const app = express();
app.use(cors({ origin: '*', credentials: true })); // bad: cors-any-origin
app.use(cors({ origin: true, credentials: true })); // bad: cors-any-origin
app.use(cors({ origin: ['https://app.example.com'] })); // ok: cors-any-origin
app.use((req, res, next) => {
  res.setHeader('Access-Control-Allow-Origin', '*'); // bad: cors-any-origin
  res.header('Access-Control-Allow-Methods', '*');
  next();
});
app.get('/b', (req, res) => {
  res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com');
});
`,
  'headers.ts': `export async function POST(request: Request) {
  return new Response(body, { headers: { 'Access-Control-Allow-Origin': '*' } }); // bad: cors-any-origin
}
`,
  'listen.js': `import express from 'express';
import http from 'node:http';
const app = express();
app.listen(3000, '0.0.0.0'); // bad: bind-all-interfaces
app.listen(3000, '127.0.0.1'); // ok: bind-all-interfaces
app.listen(3000, 'localhost');
const HOST = '0.0.0.0'; // bad: bind-all-interfaces
http.createServer(app).listen({ port: 80, host: '0.0.0.0' }); // bad: bind-all-interfaces
if (address === '0.0.0.0') console.log('everywhere');
const short = input.indexOf('::');
const known = ['127.0.0.1', '::1'].includes('0.0.0.0');
`,
  'addresses.ts': `import OpenAI from 'openai';
import { ChatOllama } from '@langchain/ollama';
import { SSEClientTransport } from '@modelcontextprotocol/sdk/client/sse.js';
const a = new OpenAI({ baseURL: 'http://models.example.com/v1' }); // bad: plain-http-service
const b = new OpenAI({ baseURL: 'https://models.example.com/v1' }); // ok: plain-http-service
const c = new OpenAI({ baseURL: 'http://localhost:11434/v1' });
const d = new ChatOllama({ baseUrl: 'http://gpu.example.com:11434' }); // bad: plain-http-service
const e = new SSEClientTransport(new URL('http://tools.example.com/sse')); // bad: plain-http-service
const f = new SSEClientTransport(new URL('http://127.0.0.1:3000/sse'));
`,
  'readers.js': `const serialize = require('node-serialize');
const yaml = require('js-yaml');
const { DEFAULT_FULL_SCHEMA } = require('js-yaml');
const a = serialize.unserialize(text); // bad: unsafe-pickle-load
const b = JSON.parse(text); // ok: unsafe-pickle-load
const c = yaml.load(text); // ok: yaml-unsafe-load
const d = yaml.load(text, { schema: yaml.DEFAULT_FULL_SCHEMA }); // bad: yaml-unsafe-load
const e = yaml.load(text, { schema: DEFAULT_FULL_SCHEMA }); // bad: yaml-unsafe-load
const f = yaml.safeLoad(text);
`,
  'download.js': `import express from 'express';
import vm from 'node:vm';
const app = express();
const response = await fetch('https://plugins.example.com/a.js');
eval(await response.text()); // bad: untrusted-code-executed
eval(await (await fetch(address)).text()); // bad: untrusted-code-executed
app.post('/run', (req, res) => {
  eval(req.body.code); // bad: untrusted-code-executed
  vm.runInNewContext(req.body.expression); // bad: untrusted-code-executed
  new Function('x', req.query.f)(1); // bad: untrusted-code-executed
  setTimeout(() => res.end(), 10);
  JSON.parse(req.body.text);
});
eval('1 + 1'); // ok: untrusted-code-executed
`,
};
