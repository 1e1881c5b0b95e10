/** A model, its signature and its key, made with one crypto library and verified with two others. */
export const VECTOR = {
  files: {
    'config.json': '{"a":1}\n',
    'sub.txt': 'dot\n',
    'sub/tok.txt': 'tok\n',
    'weights.bin': '\u0000\u0001\u0002\u0003',
  },
  key: [
    '-----BEGIN PUBLIC KEY-----',
    'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEY8DEU2I/HgT73OdeL09LuNEgGL2J',
    'qWvja/Lcvy6qObXQfFhcPLfd9aP8J1tpN36fzfQQm3bKNmd0+RiUCtvwOQ==',
    '-----END PUBLIC KEY-----',
    '',
  ].join('\n'),
  bundle: {
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: {
      publicKey: {
        hint: 'd15f0cfa61cb101987118dc8f85ad60b5efbe34dbb4d03fb0d0a90cae2d09443',
      },
    },
    dsseEnvelope: {
      payload:
        'eyJfdHlwZSI6Imh0dHBzOi8vaW4tdG90by5pby9TdGF0ZW1lbnQvdjEiLCJzdWJqZWN0IjpbeyJuYW1lIjoiZGVtby1tb2RlbCIsImRpZ2VzdCI6eyJzaGEyNTYiOiJmN2NjYjFlNjNmNzYxODA5M2RjODIxOWFjYTczZGUwMzBhNzAwMDIwNTU1NDA3NjAxYWI3Njg1ZGFiNmMxOTY0In19XSwicHJlZGljYXRlVHlwZSI6Imh0dHBzOi8vbW9kZWxfc2lnbmluZy9zaWduYXR1cmUvdjEuMCIsInByZWRpY2F0ZSI6eyJyZXNvdXJjZXMiOlt7Im5hbWUiOiJjb25maWcuanNvbiIsImRpZ2VzdCI6ImUzNDY0MzIwMjFiMDQxNzk1MThkOTYxNGYzNTYwY2NkNzEzNTRhNGVlMTAxZGRjYjg5M2Q2OTU5YTlkNjMwMWMiLCJhbGdvcml0aG0iOiJzaGEyNTYifSx7Im5hbWUiOiJzdWIudHh0IiwiZGlnZXN0IjoiNWRkYmNlMjU0YzA4MzcyZTQyOWEyNTAxMTJjNmY0NTkzODY4Njg3YWIwMWU5YTEyNjE5M2U1YTgzNTYwMzYyYiIsImFsZ29yaXRobSI6InNoYTI1NiJ9LHsibmFtZSI6InN1Yi90b2sudHh0IiwiZGlnZXN0IjoiNzVjNzZjYWJhZjZkMjY2MGZjOGNhNTljMDU0YmFiYTJiNzg4NGIwMmVhYzRkNjg3ZWYyYTZkODU1ZWE2NzE0NiIsImFsZ29yaXRobSI6InNoYTI1NiJ9LHsibmFtZSI6IndlaWdodHMuYmluIiwiZGlnZXN0IjoiMDU0ZWRlYzFkMDIxMWY2MjRmZWQwY2JjYTlkNGY5NDAwYjBlNDkxYzQzNzQyYWYyYzViMGFiZWJmMGM5OTBkOCIsImFsZ29yaXRobSI6InNoYTI1NiJ9XSwic2VyaWFsaXphdGlvbiI6eyJtZXRob2QiOiJmaWxlcyIsImhhc2hfdHlwZSI6InNoYTI1NiIsImFsbG93X3N5bWxpbmtzIjpmYWxzZSwiaWdub3JlX3BhdGhzIjpbIi5naXQiLCIuZ2l0aWdub3JlIiwiLmdpdGF0dHJpYnV0ZXMiLCIuZ2l0aHViIiwibW9kZWwuc2lnIl19fX0=',
      payloadType: 'application/vnd.in-toto+json',
      signatures: [
        {
          sig: 'MEUCIAW51tqOOjvWig6D+lnmEZZrqSnmvhhobfNt7E5Z23eRAiEA2tdkYprsTL00k6YjIfHqmqDoNZs/K3//yty7G0bv2II=',
          keyid: '',
        },
      ],
    },
  },
};
