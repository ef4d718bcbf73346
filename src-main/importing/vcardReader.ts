/**
 * Cards of people (vCard 2.1, 3.0, 4.0: RFC 2425/2426, RFC 6350) as a table: one row a card, one column for each thing a
 * card may say. The number of a row is the line on which its card begins. A card that never ends is taken as it stands.
 */
import iconv from 'iconv-lite';
import type { FileRecord, RecordSplitter, TakeRecord } from './splitRecords.ts';

/** The columns of every such table; presets/vcard.ts says what they mean. */
export const VCARD_COLUMNS = [
  'Name',
  'First name',
  'Last name',
  'Phone',
  'Phone 2',
  'Phone 3',
  'Email',
  'Email 2',
  'Birthday',
  'Address',
  'Organization',
  'Categories',
  'Note',
  'UID',
] as const;

/** Pictures and keys: long, and of no use here. */
const LEFT_OUT = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY', 'AGENT', 'X-MS-CARDPICTURE']);
const MAX_PROPERTY_CHARACTERS = 100_000;

interface Property {
  readonly name: string;
  /** Upper case: `TYPE` values stand beside their names, as 2.1 writes them. */
  readonly parameters: ReadonlyMap<string, readonly string[]>;
  readonly value: string;
}

interface Contact {
  readonly value: string;
  readonly rank: number;
}

class Card {
  readonly line: number;
  readonly texts: Record<string, string> = {};
  readonly phones: Contact[] = [];
  readonly emails: Contact[] = [];

  constructor(line: number) {
    this.line = line;
  }

  /** The first of each kind counts. */
  set(column: (typeof VCARD_COLUMNS)[number], value: string): void {
    if (value !== '') this.texts[column] ??= value;
  }

  record(): FileRecord {
    const phones = inOrder(this.phones);
    const emails = inOrder(this.emails);
    const cells = VCARD_COLUMNS.map((column) => {
      if (column === 'Phone') return phones[0] ?? '';
      if (column === 'Phone 2') return phones[1] ?? '';
      if (column === 'Phone 3') return phones[2] ?? '';
      if (column === 'Email') return emails[0] ?? '';
      if (column === 'Email 2') return emails[1] ?? '';
      return this.texts[column] ?? '';
    });
    return { line: this.line, text: cells.filter((cell) => cell !== '').join('; '), cells };
  }
}

/** Preferred ones first, then mobiles, in the order of the card; each once. */
const inOrder = (contacts: readonly Contact[]): string[] => [
  ...new Set([...contacts].sort((a, b) => a.rank - b.rank).map(({ value }) => value)),
];

/** Where a text ends outside quotation marks at one of `marks`; its length if nowhere. */
const endOf = (text: string, marks: string, from: number): number => {
  let isQuoted = false;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '"') isQuoted = !isQuoted;
    else if (!isQuoted && marks.includes(text[at]!)) return at;
  }
  return text.length;
};

/** `item1.TEL;TYPE=cell,pref:+48…` */
const propertyOf = (line: string): Property | null => {
  const colon = endOf(line, ':', 0);
  if (colon === line.length) return null;
  const head = line.slice(0, colon);
  const nameEnd = endOf(head, ';', 0);
  const name = head
    .slice(head.lastIndexOf('.', nameEnd) + 1, nameEnd)
    .trim()
    .toUpperCase();
  const parameters = new Map<string, string[]>();
  for (let at = nameEnd + 1; at < head.length; ) {
    const end = endOf(head, ';', at);
    const part = head.slice(at, end);
    const equals = part.indexOf('=');
    const bare = part.trim().toUpperCase();
    const isEncoding = ['QUOTED-PRINTABLE', 'BASE64', '8BIT', '7BIT'].includes(bare);
    const key = equals >= 0 ? part.slice(0, equals).trim().toUpperCase() : isEncoding ? 'ENCODING' : 'TYPE';
    const values = part
      .slice(equals + 1)
      .replaceAll('"', '')
      .split(',')
      .map((value) => value.trim().toUpperCase());
    parameters.set(key, [...(parameters.get(key) ?? []), ...values]);
    at = end + 1;
  }
  return { name, parameters, value: line.slice(colon + 1) };
};

const isQuotedPrintable = (head: string): boolean => /[;=]QUOTED-PRINTABLE/i.test(head.split(':', 1)[0]!);

/** `=C5=81ukasz` in the charset that is named, else UTF-8, else the one of the file. */
const fromQuotedPrintable = (value: string, charset: string | undefined, fileEncoding: string): string => {
  const bytes: number[] = [];
  for (let at = 0; at < value.length; at++) {
    const code = /^=([0-9A-Fa-f]{2})/.exec(value.slice(at, at + 3))?.[1];
    if (code !== undefined) {
      bytes.push(Number.parseInt(code, 16));
      at += 2;
    } else bytes.push(...Buffer.from(value[at]!, 'utf8'));
  }
  const buffer = Buffer.from(bytes);
  if (charset !== undefined && iconv.encodingExists(charset)) return iconv.decode(buffer, charset);
  const text = buffer.toString('utf8');
  return text.includes('\ufffd') && fileEncoding !== 'utf-8' ? iconv.decode(buffer, fileEncoding) : text;
};

const unescaped = (value: string): string =>
  value.replace(/\\([nN,;:\\])/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign)).trim();

/** Parts of `Kowalska;Anna;;;`; a semicolon after a backslash is part of the text. */
const partsOf = (value: string): string[] => splitUnescaped(value).map(unescaped);

const splitUnescaped = (value: string): string[] => {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < value.length; at++) {
    if (value[at] === '\\') at++;
    else if (value[at] === ';') {
      parts.push(value.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(value.slice(from));
  return parts;
};

/** `19850412`, `1985-04-12T00:00:00Z` → `1985-04-12`; a birthday without a year stays as it is. */
const birthdayOf = (value: string): string => {
  const found = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?$/.exec(value.trim());
  return found ? `${found[1]}-${found[2]}-${found[3]}` : value.trim();
};

export class VcardReader implements RecordSplitter {
  #take: TakeRecord = () => undefined;
  readonly #encoding: string;
  #card: Card | null = null;
  /** A property whose further lines may still come. */
  #open = '';
  #isSkipped = false;
  #depth = 0;
  #isFirst = true;

  constructor(encoding: string) {
    this.#encoding = encoding;
  }

  push(lines: readonly string[], firstLine: number, take: TakeRecord): void {
    this.#take = take;
    if (this.#isFirst) {
      this.#isFirst = false;
      this.#take({ line: 0, text: VCARD_COLUMNS.join(';'), cells: VCARD_COLUMNS });
    }
    for (let i = 0; i < lines.length; i++) this.#line(lines[i]!, firstLine + i);
  }

  end(take: TakeRecord): void {
    this.#take = take;
    this.#endProperty();
    this.#endCard();
  }

  #line(line: string, number: number): void {
    // A folded line goes on after a blank; a soft line end of quoted-printable is its last sign.
    const isSoftEnd = this.#open.endsWith('=') && isQuotedPrintable(this.#open);
    const isFolded = /^[ \t]/.test(line);
    if ((isFolded || isSoftEnd) && (this.#open !== '' || this.#isSkipped)) {
      if (this.#isSkipped || this.#open.length > MAX_PROPERTY_CHARACTERS) return;
      this.#open = isSoftEnd ? this.#open.slice(0, -1) + line.trimStart() : this.#open + line.slice(1);
      return;
    }
    this.#endProperty();
    const upper = line.trim().toUpperCase();
    if (upper === 'BEGIN:VCARD') {
      // A card within a card (an assistant's) is not a customer.
      if (this.#card === null) this.#card = new Card(number);
      else this.#depth++;
    } else if (upper === 'END:VCARD') {
      if (this.#depth > 0) this.#depth--;
      else this.#endCard();
    } else if (this.#card !== null && this.#depth === 0 && upper !== '') {
      const name = /^(?:[^.:;]*\.)?([^:;]*)/.exec(upper)?.[1] ?? '';
      this.#isSkipped = LEFT_OUT.has(name);
      if (!this.#isSkipped) this.#open = line;
    }
  }

  #endCard(): void {
    const card = this.#card;
    this.#card = null;
    this.#depth = 0;
    if (card) this.#take(card.record());
  }

  #endProperty(): void {
    const line = this.#open;
    this.#open = '';
    this.#isSkipped = false;
    if (line === '' || !this.#card) return;
    const property = propertyOf(line);
    if (property) this.#addTo(this.#card, property);
  }

  #addTo(card: Card, { name, parameters, value: raw }: Property): void {
    const isQuoted = parameters.get('ENCODING')?.includes('QUOTED-PRINTABLE') ?? false;
    const charset = parameters.get('CHARSET')?.[0];
    const value = isQuoted ? fromQuotedPrintable(raw, charset, this.#encoding) : raw;
    const types = parameters.get('TYPE') ?? [];
    const isPreferred = types.includes('PREF') || parameters.get('PREF')?.[0] === '1';
    switch (name) {
      case 'FN':
        card.set('Name', unescaped(value));
        break;
      case 'N': {
        const [last = '', first = '', middle = ''] = partsOf(value);
        card.set('First name', [first, middle].filter((part) => part !== '').join(' '));
        card.set('Last name', last);
        break;
      }
      case 'TEL': {
        const phone = unescaped(value.replace(/^tel:/i, '')).replace(/;.*$/s, '');
        const isFax = types.includes('FAX') || types.includes('PAGER');
        const isMobile = types.includes('CELL') || types.includes('MOBILE');
        if (phone !== '' && !isFax) {
          card.phones.push({ value: phone, rank: isPreferred ? 0 : isMobile ? 1 : 2 });
        }
        break;
      }
      case 'EMAIL': {
        const email = unescaped(value.replace(/^mailto:/i, ''));
        if (email !== '') card.emails.push({ value: email, rank: isPreferred ? 0 : 1 });
        break;
      }
      case 'BDAY':
        card.set('Birthday', birthdayOf(value));
        break;
      case 'ADR':
        card.set(
          'Address',
          partsOf(value)
            .filter((part) => part !== '')
            .join(', '),
        );
        break;
      case 'ORG':
        card.set(
          'Organization',
          partsOf(value)
            .filter((part) => part !== '')
            .join(', '),
        );
        break;
      case 'CATEGORIES':
        card.set('Categories', unescaped(value));
        break;
      case 'NOTE':
        card.set('Note', unescaped(value));
        break;
      case 'UID':
        card.set('UID', unescaped(value));
        break;
      default:
    }
  }
}
