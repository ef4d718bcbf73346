import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  generateKey,
  type KeyFile,
  type KeyWrapper,
  keyFilePath,
  parseKeyText,
  parseRecoveryKey,
  readKeyFile,
  recoveryKeyText,
  unwrapKeyWithPassphrase,
  unwrapKeyWithStore,
  wrapKeyWithPassphrase,
  wrapKeyWithStore,
  writeKeyFile,
} from '../../db/keys.ts';
import { runs } from '../runs.ts';
import { KEY, refusal, refusalOf, tempDir } from './support/databases.ts';

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const anyKey = fc.uint8Array({ minLength: 32, maxLength: 32 });
const place = fc.nat(55);
const letter = fc.constantFrom(...LETTERS);

function bare(key: Uint8Array): string {
  return recoveryKeyText(key).replaceAll('-', '');
}

describe('the recovery key', () => {
  it('has the printed form and the checksum of RFC 4880', () => {
    // CRC-24 of 32 zero bytes, computed bit by bit from the polynomial x^24+x^23+x^18+x^17+x^14+x^11+x^10+x^7+x^6+x^5+x^4+x^3+x+1.
    expect(recoveryKeyText(new Uint8Array(32))).toMatch(/^(0000-){12}[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(recoveryKeyText(KEY)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(parseRecoveryKey(recoveryKeyText(KEY))).toEqual(KEY);
  });

  it('comes back from any key, however it is typed', () => {
    fc.assert(
      fc.property(
        anyKey,
        fc.constantFrom(' ', '-', '\n', '–', ' - ', ''),
        fc.boolean(),
        (key, separator, isLower) => {
          let typed = recoveryKeyText(key).replaceAll('-', separator);
          typed = typed.replaceAll('0', 'O').replaceAll('1', isLower ? 'l' : 'I');
          expect(parseRecoveryKey(`  ${isLower ? typed.toLowerCase() : typed}\r\n`)).toEqual(key);
        },
      ),
      { numRuns: runs(500) },
    );
  });

  it('with any one letter wrong is refused', () => {
    for (let at = 0; at < 56; at++) {
      const text = bare(KEY);
      for (const wrong of LETTERS) {
        if (wrong === text[at]) continue;
        const error = refusal(() => parseRecoveryKey(text.slice(0, at) + wrong + text.slice(at + 1)));
        expect(error.params.reason).toBe('checksum');
      }
    }
    fc.assert(
      fc.property(anyKey, place, letter, (key, at, wrong) => {
        const text = bare(key);
        fc.pre(text[at] !== wrong);
        const code = refusal(() => parseRecoveryKey(text.slice(0, at) + wrong + text.slice(at + 1))).code;
        expect(code).toBe('key.malformedRecoveryKey');
      }),
      { numRuns: runs(500) },
    );
  });

  it('with neighbours exchanged, or up to four wrong letters in a row, is refused', () => {
    fc.assert(
      fc.property(anyKey, fc.nat(54), (key, at) => {
        const text = bare(key);
        fc.pre(text[at] !== text[at + 1]);
        const exchanged = text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
        expect(refusal(() => parseRecoveryKey(exchanged)).params.reason).toBe('checksum');
      }),
      { numRuns: runs(500) },
    );
    fc.assert(
      fc.property(
        anyKey,
        fc.nat(52),
        fc.string({ unit: letter, minLength: 4, maxLength: 4 }),
        (key, at, wrong) => {
          const text = bare(key);
          fc.pre(text.slice(at, at + 4) !== wrong);
          expect(
            refusal(() => parseRecoveryKey(text.slice(0, at) + wrong + text.slice(at + 4))).params.reason,
          ).toBe('checksum');
        },
      ),
      { numRuns: runs(500) },
    );
  });

  it('says what is wrong with it', () => {
    const text = recoveryKeyText(KEY);
    const why = (typed: string) => refusal(() => parseRecoveryKey(typed)).params;
    expect(why(text.slice(1))).toEqual({ reason: 'length', position: 0 });
    expect(why(`${text}0`)).toEqual({ reason: 'length', position: 0 });
    expect(why('')).toEqual({ reason: 'length', position: 0 });
    expect(why(`${text.slice(0, 5)}U${text.slice(6)}`)).toEqual({ reason: 'letter', position: 5 });
    expect(why('ąć')).toEqual({ reason: 'letter', position: 1 });
  });

  it('in a key file may be hexadecimal as well', () => {
    expect(parseKeyText(`${Buffer.from(KEY).toString('hex').toUpperCase()}\n`)).toEqual(KEY);
    expect(parseKeyText(`${recoveryKeyText(KEY)}\n`)).toEqual(KEY);
    expect(refusal(() => parseKeyText('abc')).code).toBe('key.malformedRecoveryKey');
  });

  it('is 32 random bytes', () => {
    const keys = Array.from({ length: 50 }, () => generateKey());
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(50);
    expect(keys.every((key) => key.length === 32)).toBe(true);
  });
});

describe('a passphrase', () => {
  const PASSPHRASE = 'żółw jedzie tramwajem';

  it('gives the key back, however the keyboard composes its letters', async () => {
    const keyFile = await wrapKeyWithPassphrase(KEY, PASSPHRASE);
    expect(await unwrapKeyWithPassphrase(keyFile, PASSPHRASE.normalize('NFD'))).toEqual(KEY);
    expect(JSON.stringify(keyFile)).not.toContain(Buffer.from(KEY).toString('base64').slice(0, 20));
    const again = await wrapKeyWithPassphrase(KEY, PASSPHRASE);
    expect(again.wrapped).not.toBe(keyFile.wrapped);
  });

  it('that is wrong, and a file that was tampered with, give nothing', async () => {
    const keyFile = await wrapKeyWithPassphrase(KEY, PASSPHRASE);
    const flipped = (text: string) => {
      const bytes = Buffer.from(text, 'base64');
      bytes[0]! ^= 1;
      return bytes.toString('base64');
    };
    const attempts = [
      [keyFile, `${PASSPHRASE} `],
      [keyFile, ''],
      [{ ...keyFile, wrapped: flipped(keyFile.wrapped) }, PASSPHRASE],
      [{ ...keyFile, tag: flipped(keyFile.tag) }, PASSPHRASE],
      [{ ...keyFile, tag: keyFile.tag.slice(0, 8) }, PASSPHRASE],
      [{ ...keyFile, nonce: flipped(keyFile.nonce) }, PASSPHRASE],
      [{ ...keyFile, kdf: { ...keyFile.kdf, salt: flipped(keyFile.kdf.salt) } }, PASSPHRASE],
      [{ ...keyFile, kdf: { ...keyFile.kdf, N: 1024 } }, PASSPHRASE],
    ] as const;
    for (const [file, passphrase] of attempts) {
      expect((await refusalOf(() => unwrapKeyWithPassphrase(file, passphrase))).code).toBe(
        'key.wrongPassphrase',
      );
    }
  });

  it('that is too short is refused', async () => {
    const error = await refusalOf(() => wrapKeyWithPassphrase(KEY, 'short'));
    expect(error.code).toBe('key.weakPassphrase');
    expect(error.params).toEqual({ minLength: 10 });
  });
});

describe("the system's key store", () => {
  /** Reverses the bytes: enough to tell wrapped from bare. */
  const store: KeyWrapper = {
    wrap: (key) => Buffer.from(key).reverse().toString('base64'),
    unwrap: (wrapped) => Uint8Array.from(Buffer.from(wrapped, 'base64')).reverse(),
  };
  const broken: KeyWrapper = {
    wrap: () => {
      throw new Error('no key ring');
    },
    unwrap: () => {
      throw new Error('no key ring');
    },
  };

  it('wraps and unwraps; a lost one is named', () => {
    const keyFile = wrapKeyWithStore(KEY, store);
    expect(unwrapKeyWithStore(keyFile, store)).toEqual(KEY);
    expect(refusal(() => wrapKeyWithStore(KEY, broken)).code).toBe('key.storeUnavailable');
    expect(refusal(() => unwrapKeyWithStore(keyFile, broken)).code).toBe('key.storeLost');
    const short: KeyWrapper = { ...store, unwrap: () => new Uint8Array(5) };
    expect(refusal(() => unwrapKeyWithStore(keyFile, short)).code).toBe('key.storeLost');
  });
});

describe('the key file', () => {
  it('is replaced whole, readable by its owner alone, and leaves nothing beside it', async () => {
    const folder = tempDir();
    const path = keyFilePath(join(folder, 'shop.revino'));
    expect(readKeyFile(path)).toBeNull();
    const first: KeyFile = { version: 1, protection: 'keyStore', wrapped: 'AAAA' };
    writeKeyFile(path, first);
    expect(readKeyFile(path)).toEqual(first);
    const second = await wrapKeyWithPassphrase(KEY, 'a long passphrase');
    writeKeyFile(path, second);
    expect(readKeyFile(path)).toEqual(second);
    expect(readdirSync(folder)).toEqual(['shop.revino.key.json']);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('that is damaged asks for the recovery key', async () => {
    const path = join(tempDir(), 'k.json');
    const good = await wrapKeyWithPassphrase(KEY, 'a long passphrase');
    const bad = [
      '',
      '{',
      'null',
      '[]',
      '{"version":2,"protection":"keyStore","wrapped":""}',
      '{"version":1,"protection":"keyStore"}',
      '{"version":1,"protection":"none","wrapped":""}',
      JSON.stringify({ ...good, kdf: { ...good.kdf, N: 2 ** 30 } }),
      JSON.stringify({ ...good, kdf: { ...good.kdf, N: 1000 } }),
      JSON.stringify({ ...good, kdf: null }),
      JSON.stringify({ ...good, tag: 1 }),
    ];
    for (const text of bad) {
      writeFileSync(path, text);
      expect(refusal(() => readKeyFile(path)).code, text).toBe('key.storeLost');
    }
  });

  it('that cannot be written is named, and the old one stays', () => {
    const folder = tempDir();
    const path = join(folder, 'k.json');
    mkdirSync(path);
    expect(refusal(() => writeKeyFile(path, { version: 1, protection: 'keyStore', wrapped: '' })).code).toBe(
      'database.notWritable',
    );
    expect(readdirSync(folder)).toEqual(['k.json']);
    const blocked = join(folder, 'file');
    writeFileSync(blocked, 'x');
    expect(
      refusal(() =>
        writeKeyFile(join(blocked, 'k.json'), { version: 1, protection: 'keyStore', wrapped: '' }),
      ).code,
    ).toBe('database.notWritable');
    expect(readFileSync(blocked, 'utf8')).toBe('x');
  });
});
