// An OpenID provider on a port of this machine: node provider.mjs PORT REDIRECT-ADDRESS. Each start has a key of its own.
import { generateKeyPairSync } from 'node:crypto'
import Provider from 'oidc-provider'

const [port, redirect] = process.argv.slice(2)
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const key = { ...privateKey.export({ format: 'jwk' }), kid: String(process.pid), use: 'sig', alg: 'RS256' }

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{ client_id: 'laurel', client_secret: 'a secret of the client', redirect_uris: [redirect] }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
  cookies: { keys: ['a key of the cookies'] },
  jwks: { keys: [key] },
  pkce: { methods: ['S256'], required: () => true },
  findAccount: (context, id) => ({
    accountId: id,
    claims: () => ({
      sub: id,
      name: `${id} of the campus`,
      email: `${id}@example.org`,
      email_verified: true,
      groups: id === 'grace' ? ['badge-admins'] : [],
    }),
  }),
})
provider.listen(Number(port), '127.0.0.1', () => console.log('listening'))
