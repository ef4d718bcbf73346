/**
 * Measures a value that came over the door without building its JSON text, and stops at the limit,
 * so that a hostile input costs no more than the limit itself. Refuses what JSON cannot hold.
 */

export type JsonSize = 'within' | 'tooLarge' | 'notJson';

/** Whether `value` is plain data whose JSON form has at most about `limit` characters. */
export const jsonSizeOf = (value: unknown, limit: number): JsonSize => {
  let characters = 0;
  // Depth first with an own stack: nesting of any depth cannot overflow ours, and a cycle ends at the limit.
  const pending: unknown[] = [value];
  while (pending.length > 0) {
    const item = pending.pop();
    switch (typeof item) {
      case 'string':
        characters += item.length + 2;
        break;
      case 'number':
      case 'boolean':
      case 'undefined':
        characters += 5;
        break;
      case 'object': {
        characters += 2;
        if (item === null) break;
        if (Array.isArray(item)) {
          if (item.length > limit - characters) return 'tooLarge';
          for (const element of item) pending.push(element);
          break;
        }
        const prototype: unknown = Object.getPrototypeOf(item);
        if (prototype !== Object.prototype && prototype !== null) return 'notJson';
        for (const [key, element] of Object.entries(item)) {
          characters += key.length + 4;
          if (characters > limit) return 'tooLarge';
          pending.push(element);
        }
        break;
      }
      default:
        return 'notJson';
    }
    if (characters > limit) return 'tooLarge';
  }
  return 'within';
};
