// An application that fetches badges, with a library that others wrote (oauth4webapi). In: the public address of an installation,
// where it really is, and the cookie of a browser in which a learner is signed in. Out: one line of JSON of what it got.
import * as oauth from 'oauth4webapi';

const [root, real, cookie] = process.argv.slice(2);
const back = 'https://backpack.example/back';
const v3 = 'https://purl.imsglobal.org/spec/ob/v3p0/scope/';
const scope = `${v3}credential.readonly ${v3}credential.upsert ${v3}profile.readonly offline_access`;
const reach = (url, options) => fetch(String(url).replace(root, real), options);
const by = {[oauth.customFetch]: reach};

const issuer = new URL(root);
const server = await oauth.processDiscoveryResponse(
  issuer, await oauth.discoveryRequest(issuer, {algorithm: 'oauth2', ...by}));

const described = await (await reach(`${root}/ims/ob/v3p0/discovery`)).json();
const flow = described.components.securitySchemes.OAuth2ACG.flows.authorizationCode;
if (flow.tokenUrl !== server.token_endpoint || flow.authorizationUrl !== server.authorization_endpoint) {
  throw new Error('the two descriptions differ');
}

const client = await oauth.processDynamicClientRegistrationResponse(
  await oauth.dynamicClientRegistrationRequest(server, {
    client_name: 'An independent backpack',
    client_uri: 'https://backpack.example/',
    logo_uri: 'https://backpack.example/logo.svg',
    tos_uri: 'https://backpack.example/terms',
    policy_uri: 'https://backpack.example/privacy',
    software_id: 'oauth4webapi',
    software_version: '3',
    redirect_uris: [back],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    scope,
  }, by));
const authentication = oauth.ClientSecretBasic(client.client_secret);

const verifier = oauth.generateRandomCodeVerifier();
const state = oauth.generateRandomState();
const ask = new URL(server.authorization_endpoint);
Object.entries({
  client_id: client.client_id,
  redirect_uri: back,
  response_type: 'code',
  scope,
  state,
  code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
  code_challenge_method: 'S256',
}).forEach(([name, value]) => ask.searchParams.set(name, value));

// the browser: the learner ticks nothing off and allows
const page = await (await reach(ask, {headers: {cookie, accept: 'text/html'}})).text();
const plain = text => text.replaceAll('&amp;', '&').replaceAll('&#34;', '"').replaceAll('&lt;', '<');
const form = new URLSearchParams({decision: 'allow'});
for (const [, name, value] of page.matchAll(/name="(csrf|asked|scope)" value="([^"]*)"/g)) {
  form.append(name, plain(value));
}
const sent = await reach(server.authorization_endpoint, {
  method: 'POST', body: form, redirect: 'manual', headers: {cookie, accept: 'text/html'}});
const answer = oauth.validateAuthResponse(server, client, new URL(sent.headers.get('location')), state);

const tokens = await oauth.processAuthorizationCodeResponse(server, client,
  await oauth.authorizationCodeGrantRequest(server, client, authentication, answer, back, verifier, by));

const ask3 = async (token, path, method = 'GET', body = undefined, headers = undefined) => {
  const url = new URL(`${described.servers[0].url}${path}`);
  return oauth.protectedResourceRequest(token, method, url, new Headers(headers), body, by);
};
const profile = await (await ask3(tokens.access_token, '/profile')).json();
const fetched = await (await ask3(tokens.access_token, '/credentials')).json();

const newer = await oauth.processRefreshTokenResponse(server, client,
  await oauth.refreshTokenGrantRequest(server, client, authentication, tokens.refresh_token, by));
const again = await (await ask3(newer.access_token, '/credentials')).json();

await oauth.processRevocationResponse(
  await oauth.revocationRequest(server, client, authentication, newer.refresh_token, by));
let refused = 'nothing';
try {
  await ask3(newer.access_token, '/credentials');
} catch (challenged) {
  refused = challenged.cause?.[0]?.parameters?.error ?? String(challenged);
}
console.log(JSON.stringify({
  client: client.client_id,
  granted: tokens.scope,
  profile,
  fetched: fetched.credential,
  again: again.credential.length,
  refused,
}));
