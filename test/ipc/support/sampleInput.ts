/** Some input a procedure takes, made from its schema: so that a new procedure is tried from its first day. */
import { z } from 'zod';

interface Shape {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly prefixItems?: readonly Shape[];
  readonly minItems?: number;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly default?: unknown;
}

export interface Chosen {
  /** For every record that is named by its number. */
  readonly id: number;
  readonly date: string;
  /** Taken of every list of words that has it, and said also where it need not be. */
  readonly word?: string;
}

const UID = '0192f3c4-0000-7000-8000-000000000009';
/** The first that fits a pattern of ours. */
const WORDS = ['1234', 'PLN', '2026-03', '12:30', 'word', '#a1b2c3'];

const textOf = ({ format, pattern, minLength = 0 }: Shape, { date }: Chosen): string => {
  if (format === 'uuid') return UID;
  if (format === 'date') return date;
  if (pattern !== undefined) {
    const fits = [date, ...WORDS].find((word) => new RegExp(pattern, 'u').test(word));
    if (fits === undefined) throw new Error(`No word fits ${pattern}.`);
    return fits;
  }
  return 'word'.padEnd(minLength, 'x');
};

/** Whether the word can be said somewhere in here. */
const takes = (shape: Shape, word: string | undefined): boolean =>
  word !== undefined &&
  (shape.enum?.includes(word) === true ||
    [...(shape.anyOf ?? []), ...(shape.oneOf ?? []), ...Object.values(shape.properties ?? {})].some((part) =>
      takes(part, word),
    ));

const sample = (shape: Shape, chosen: Chosen): unknown => {
  if ('const' in shape) return shape.const;
  const { word } = chosen;
  if (shape.enum) return word !== undefined && shape.enum.includes(word) ? word : shape.enum[0];
  const choice = shape.anyOf ?? shape.oneOf;
  if (choice?.[0]) return sample(choice.find((part) => takes(part, word)) ?? choice[0], chosen);
  switch (shape.type) {
    case 'object': {
      const wanted = shape.required ?? [];
      return Object.fromEntries(
        Object.entries(shape.properties ?? {})
          .filter(
            ([name, part]) => (wanted.includes(name) && part.default === undefined) || takes(part, word),
          )
          .map(([name, part]) => [name, sample(part, chosen)]),
      );
    }
    case 'array':
      return shape.prefixItems
        ? shape.prefixItems.map((item) => sample(item, chosen))
        : Array.from({ length: shape.minItems ?? 0 }, () => sample(shape.items ?? {}, chosen));
    case 'integer':
    case 'number':
      // Numbers of records begin at one; years, quantities and amounts have their own beginnings.
      return Math.max(chosen.id, shape.minimum ?? 0, (shape.exclusiveMinimum ?? -1) + 1);
    case 'string':
      return textOf(shape, chosen);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return {};
  }
};

export const sampleInput = (schema: z.ZodType, chosen: Chosen): unknown =>
  sample(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape, chosen);

export const canSay = (schema: z.ZodType, word: string): boolean =>
  takes(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape, word);
