/** Tries to get out of the pages' folder, and to be taken for one of our pages. */
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { appFileOf, contentTypeOf, isAppAddress } from '../../src-main/security/appAddress.ts';
import { isAllowedOutside } from '../../src-main/security/outsideAddress.ts';
import { contentSecurityPolicy } from '../../src-main/security/pageHeaders.ts';

const root = resolve('/srv/pages');

describe('which file an address means', () => {
  test.each([
    ['app://revino/index.html', 'index.html'],
    ['app://revino/assets/a%20b.js', 'assets/a b.js'],
    ['app://revino/index.html?x=../../etc#y', 'index.html'],
    ['app://revino//index.html', 'index.html'],
    // Dots are resolved by the address itself and end at its root.
    ['app://revino/../../index.html', 'index.html'],
    ['app://revino/%2e%2e/%2e%2e/index.html', 'index.html'],
  ])('%s', (address, file) => {
    expect(appFileOf(root, address)).toEqual({ status: 200, path: join(root, file) });
  });

  test.each([
    ['app://revino/..%2fsecret', 403],
    ['app://revino/..%2f..%2f..%2fetc/passwd', 403],
    ['app://revino/assets/..%2f..%2fsecret', 403],
    ['app://revino/%2e%2e%2fsecret', 403],
    ['app://revino/..%5c..%5csecret', 403],
    ['app://revino/..\\..\\secret', 403],
    ['app://revino/C:%5cWindows', 403],
    ['app://revino/C:/Windows', 403],
    ['app://revino/index.html::$DATA', 403],
    ['app://revino/index.html%00.png', 403],
    ['app://revino/', 404],
    ['app://revino', 404],
    ['app://revino/%', 404],
    ['app://revino/%c0%ae%c0%ae/secret', 404],
    ['app://other/index.html', 403],
    ['app://revino.evil/index.html', 403],
    ['app://revino:80/index.html', 403],
    ['app://me@revino/index.html', 403],
    ['file:///etc/passwd', 403],
    ['https://revino/index.html', 403],
    ['', 403],
  ])('%s is refused with %i', (address, status) => {
    expect(appFileOf(root, address)).toEqual({ status });
  });

  test('an absolute path inside the address stays inside the folder', () => {
    expect(appFileOf(root, 'app://revino/%2fetc%2fpasswd')).toEqual({
      status: 200,
      path: join(root, 'etc/passwd'),
    });
  });

  test('a folder beside ours with a longer name is outside', () => {
    expect(appFileOf(root, 'app://revino/..%2fpages-old%2fx.js')).toEqual({ status: 403 });
  });
});

test('only kinds of file that pages are made of are served', () => {
  expect(contentTypeOf('/a/b.js')).toBe('text/javascript; charset=utf-8');
  expect(contentTypeOf('/a/B.WOFF2')).toBe('font/woff2');
  for (const name of ['/a/shop.revino', '/a/key.json', '/a/b', '/a/.html/x', '/a.constructor'])
    expect(contentTypeOf(name)).toBeUndefined();
});

test.each([
  ['app://revino/index.html', true],
  ['APP://REVINO/index.html', false],
  ['app://revino.evil/', false],
  ['app:revino', false],
  ['javascript:app://revino', false],
  ['not an address', false],
])('%s is ours: %s', (address, isOurs) => {
  expect(isAppAddress(address)).toBe(isOurs);
});

describe('what may leave the app', () => {
  test.each(['mailto:anna.ś@przykład.pl', 'tel:+48 600 100 200', 'tel:112'])('%s', (address) => {
    expect(isAllowedOutside(address)).toBe(true);
  });
  test.each([
    'https://example.org',
    'http://localhost:80',
    'file:///etc/passwd',
    'smb://server/share',
    'ms-msdt:/id',
    'javascript:alert(1)',
    'mailto:a@b.pl?attach=/etc/passwd',
    'mailto:a@b.pl,c@d.pl',
    'mailto:a@b.pl\nhttps://example.org',
    'tel:*#06#',
    'tel:',
    ' mailto:a@b.pl',
  ])('%j stays inside', (address) => {
    expect(isAllowedOutside(address)).toBe(false);
  });
});

test('the policy names no source but our own files', () => {
  const policy = contentSecurityPolicy('bm9uY2U=');
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|https?:|\*|blob:/);
  expect(policy.match(/style-src [^;]*/)?.[0]).toBe("style-src 'self' 'nonce-bm9uY2U='");
});
