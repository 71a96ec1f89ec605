// Which addresses may be asked: pages on the public web, and nothing behind the own firewall, whatever a name says.
import { lookup as resolveName } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** An address may not be asked. The message follows the address. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** How names become addresses: all of a name's, as `node:dns` gives them. */
export type Resolve = (
  name: string,
  done: (
    error: Error | null,
    addresses: readonly { readonly address: string; readonly family: number }[],
  ) => void,
) => void;

const system: Resolve = (name, done) =>
  resolveName(name, { all: true, verbatim: true }, (error, addresses) => done(error, addresses ?? []));

/** The address of a page, checked as far as it can be before its name is resolved. *Errors*: `Refused`. */
export function webAddress(written: string, base?: string): URL {
  const url = URL.parse(written, base);
  if (url === null) throw new Refused('is no address. Write it as https://…');
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new Refused(`begins with ${url.protocol}, but only http: and https: can be fetched.`);
  if (url.username !== '' || url.password !== '')
    throw new Refused(
      'holds a user name or password, which would stay in the graph. Save the page from a browser.',
    );
  url.hash = '';
  return url;
}

/** Whether an IP number may be connected to. */
export type MayAsk = (address: string) => boolean;

/** Refuses an address whose host is written as an IP number that may not be asked. *Errors*: `Refused`. */
export function refuseHost({ hostname }: URL, mayAsk: MayAsk): void {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) refuse(host, hostname, mayAsk);
}

/**
 * What a socket asks for the IP numbers of a host: those of the name, refused if one of them may not be asked. The socket
 * connects to the number that was looked at, so that a name that changes its number in between gains nothing.
 */
export function guardedLookup(mayAsk: MayAsk, resolve: Resolve = system): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, (error, found) => {
      const all = typeof options === 'object' && options.all === true;
      const reject = (reason: Error) => done(reason as NodeJS.ErrnoException, '', 0);
      if (error !== null) return reject(error);
      try {
        for (const { address } of found) refuse(address, hostname, mayAsk);
      } catch (refused) {
        return reject(refused as Error);
      }
      const [first] = found;
      if (first === undefined) return reject(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }));
      if (all) done(null, [...found]);
      else done(null, first.address, first.family);
    });
  };
}

function refuse(address: string, host: string, mayAsk: MayAsk): void {
  if (mayAsk(address)) return;
  const means = host === address || host === `[${address}]` ? '' : `, which is ${address},`;
  throw new Refused(
    `leads to ${host}${means} inside a private network. Add --allow-private if that is meant.`,
  );
}

/** Whether anyone on the internet could ask it. IPv4 numbers that are wrapped into IPv6 are looked at unwrapped. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const ip = ipaddr.process(address);
  if (ip.range() === 'rfc6052') return isPublic(ip.toByteArray().slice(12).join('.'));
  return ip.range() === 'unicast';
}
